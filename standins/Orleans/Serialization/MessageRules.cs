namespace Orleans.Standin;

internal static class MessageRules
{
    internal static void Enforce(GrainTypes types) => _ = types;

    internal static void EnforceStreamItem(Type type) => _ = type;
}
