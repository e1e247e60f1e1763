namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>An entity that others owe facts to.</summary>
[Alias("IIntentReceiver")]
public interface IIntentReceiver : IGrainWithStringKey
{
    /// <summary>Takes one intent. Returns once its effect is durable; a repeat changes nothing.</summary>
    [Alias("Receive")]
    ValueTask Receive(Intent intent);
}
