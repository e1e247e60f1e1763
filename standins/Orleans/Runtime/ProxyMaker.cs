namespace Orleans.Standin;

/// <summary>The maker of one interface's references, found once.</summary>
internal static class ProxyMaker<TInterface>
{
    internal static Func<ReferenceSeed, object> Make { get; } = ProxyRegistry.Maker(typeof(TInterface));
}
