using Incidents.Benchmarks;

return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
