using Microsoft.AspNetCore.Components;

namespace Incidents.Web.Preview;

// Razor generates the rest of these. The generator of request delegates runs beside Razor's and sees no type that only Razor declares.

/// <inheritdoc />
public partial class OutboxPage : ComponentBase;

/// <inheritdoc />
public partial class PreviewPage : ComponentBase;
