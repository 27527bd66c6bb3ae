using System.Text;
using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests.Links;

/// <summary>A house in which Ana was paged for checkout and got a link.</summary>
internal sealed class LinkDesk : IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";

    public ScenarioHost House { get; } = new();

    public IncidentNumber Number { get; private set; }

    public string Token { get; private set; } = "";

    public static async Task<LinkDesk> Open(string alarm = "checkout-5xx")
    {
        var desk = new LinkDesk();
        desk.Number = (await desk.House.Fire(alarm)).Incident!.Incident.Number;
        desk.Token = await desk.Mint("ana", "Ana");
        return desk;
    }

    public async Task<string> Mint(string person, string name) =>
        (await House.Get<ResponderLinks>().Mint(Number, new PersonId(person), name, CancellationToken.None))!.Segments[^1];

    public Task<LinkResponse> Get(string? token = null, string method = "GET") => Answer(new LinkRequest(method, token ?? Token, ContentType: null, Body: null));

    public Task<LinkResponse> Post(string form = "action=acknowledge", string? type = Form, string? token = null) =>
        Answer(new LinkRequest("POST", token ?? Token, type, Encoding.UTF8.GetBytes(form)));

    public void Dispose() => House.Dispose();

    private Task<LinkResponse> Answer(LinkRequest request) => House.Get<AnswerLink>().Handle(request, CancellationToken.None);
}
