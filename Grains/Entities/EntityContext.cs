using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Grains.Entities;

/// <summary>What every entity's shell needs of its surroundings.</summary>
internal sealed class EntityContext(TimeProvider time, IEventLog log, IOptions<EntityOptions> options, EntityMetrics metrics, ILogger<EntityContext> logger)
{
    public TimeProvider Time => time;

    public IEventLog Log => log;

    public EntityOptions Options => options.Value;

    public EntityMetrics Metrics => metrics;

    public ILogger Logger => logger;
}
