namespace NetMQ;

public static class PollEventsExtensions
{
    public static bool HasIn(this PollEvents pollEvents) => (pollEvents & PollEvents.PollIn) != 0;

    public static bool HasOut(this PollEvents pollEvents) => (pollEvents & PollEvents.PollOut) != 0;

    public static bool HasError(this PollEvents pollEvents) => (pollEvents & PollEvents.PollError) != 0;
}
