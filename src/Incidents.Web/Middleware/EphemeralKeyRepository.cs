using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Incidents.Web.Middleware;

/// <summary>Keys that end with the process.</summary>
internal sealed class EphemeralKeyRepository : IXmlRepository
{
    private readonly ConcurrentBag<XElement> keys = [];

    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Select(key => new XElement(key))];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(new XElement(element));
}
