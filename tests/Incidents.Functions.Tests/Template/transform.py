"""Does to a template what CloudFormation does before it reads it: prints what aws-sam-translator makes of it, as JSON.

Takes the template's path; standard input gives parameters as a JSON object. Exits with 3 where the translator is not installed.
"""
import json
import logging
import os
import sys

os.environ["AWS_DEFAULT_REGION"] = "eu-west-1"
logging.disable(logging.CRITICAL)
try:
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator
    from samtranslator.yaml_helper import yaml_parse
except ImportError:
    sys.exit(3)

with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file.read())

given = json.load(sys.stdin)
for name, value in given.items():
    parameter = template["Parameters"][name]
    parameter["Default"] = int(value) if parameter["Type"] == "Number" else value

# What `sam package` writes where the directory was.
template["Globals"]["Function"]["CodeUri"] = {"Bucket": "package", "Key": "code"}
print(json.dumps(Translator({}, Parser()).translate(template, dict(given))))
