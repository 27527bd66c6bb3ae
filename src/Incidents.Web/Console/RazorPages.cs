using Microsoft.AspNetCore.Components;

namespace Incidents.Web.Console;

// Razor generates the rest of these. The generator of request delegates runs beside Razor's and sees no type that only Razor declares.

/// <inheritdoc />
public partial class HeartbeatPage : ComponentBase;

/// <inheritdoc />
public partial class IncidentPage : ComponentBase;

/// <inheritdoc />
public partial class ListPage : ComponentBase;

/// <inheritdoc />
public partial class MaintenancePage : ComponentBase;
