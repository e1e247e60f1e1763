namespace Orleans.Standin;

internal enum ActivationPhase : byte
{
    New,
    Starting,
    Ready,
    Ending,
    Gone,
}
