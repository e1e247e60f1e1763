using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>Observers by their own reference, each until it has not been heard of for a while.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is Orleans' own.")]
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log);
