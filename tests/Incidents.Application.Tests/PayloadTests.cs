using System.Text.Json;

namespace Incidents.Application.Tests;

public sealed class PayloadTests
{
    [Fact]
    public void EveryJsonFile_Parses()
    {
        var files = Directory.GetFiles(Payload.PathOf("."), "*.json", SearchOption.AllDirectories);

        Assert.InRange(files.Length, 44, int.MaxValue);
        Assert.All(files, file => JsonDocument.Parse(File.ReadAllText(file)).Dispose());
    }
}
