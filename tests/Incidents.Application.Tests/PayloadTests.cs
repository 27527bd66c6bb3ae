using System.Text.Json;

namespace Incidents.Application.Tests;

public sealed class PayloadTests
{
    [Fact]
    public void EveryJsonFile_Parses()
    {
        var files = Directory.GetFiles(Payload.PathOf("."), "*.json", SearchOption.AllDirectories);

        Assert.Equal(44, files.Length);
        Assert.All(files, file => JsonDocument.Parse(File.ReadAllText(file)).Dispose());
    }
}
