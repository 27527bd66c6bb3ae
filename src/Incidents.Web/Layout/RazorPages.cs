using Microsoft.AspNetCore.Components;

namespace Incidents.Web.Layout;

// See the file of this name in Console.

/// <inheritdoc />
public partial class MessagePage : ComponentBase;
