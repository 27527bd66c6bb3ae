using Incidents.Application.TestPages;

namespace Incidents.Application.LinkPages.Pages;

/// <summary>The page behind the link of a test message: it says first that no action is needed.</summary>
internal static class ReceiptPage
{
    /// <summary>The test and the one thing there is to do about it.</summary>
    public static string Of(ReceiptView view) => Document.Around("TEST, nobody needs to act", Html.Of($"""
        <h1>TEST, nobody needs to act</h1>
        <p>{view.PersonName}, this asks only whether the message by {view.Channel} reached you.</p>
        {State(view)}
        {Buttons(view)}
        """));

    private static Html State(ReceiptView view) => view.ReceivedAt is null
        ? Html.Empty
        : Html.Of($"""<section class="state theirs"><h2>Thank you.</h2><p>It is noted that {view.Channel} reaches you{Loud(view)}</p></section>""");

    private static string Loud(ReceiptView view) => view.WasLoud switch
    {
        true => " and is loud.",
        false => ", and that it was silent: it would not wake you. `incidents contact-card` gives a contact whose calls and texts ring, and says where to allow it.",
        null => ".",
    };

    private static Html Buttons(ReceiptView view) => view.ReceivedAt is not null && !view.AsksForCall
        ? Html.Empty
        : Html.Of($"""
            <form method="post">
            {Received(view)}
            {Call(view)}
            </form>
            """);

    private static Html Received(ReceiptView view) => view is { ReceivedAt: null, AsksLoud: true }
        ? Html.Of($"""<p>Was it loud, with the phone as it is at night?</p><button class="main" name="action" value="received-loud">I got it, and it was loud</button><button class="second" name="action" value="received-silent">I got it, and it was silent</button>""")
        : view.ReceivedAt is null ? Html.Of($"""<button class="main" name="action" value="received">I got it</button>""") : Html.Empty;

    private static Html Call(ReceiptView view) => view.AsksForCall ? Html.Of($"""<button class="second" name="action" value="received-call">I got it, and the call too</button>""") : Html.Empty;
}
