namespace Incidents.Cli.Terminal;

/// <summary>A colour of a terminal's sixteen, as the number in its escape code.</summary>
/// <remarks>ECMA-48, 8.3.117 SGR. The reader's theme says what they look like, so that they can be read on any background.</remarks>
internal enum Colour
{
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
    Grey = 90,
}
