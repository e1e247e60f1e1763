using System.Diagnostics.CodeAnalysis;
using Orleans.Standin;

namespace Orleans;

/// <summary>The base of grain classes.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly Activation? _activation;

    /// <summary>Made by the runtime, within the activation.</summary>
    protected Grain() => _activation = Activation.Current;

    /// <summary>The activation; null in an object made by hand.</summary>
    [AllowNull]
    public IGrainContext GrainContext => _activation!;

    /// <summary>A reference to this grain.</summary>
    public GrainReference GrainReference => Require().GrainReference;

    /// <summary>The id as text.</summary>
    public string IdentityString => Require().GrainId.ToString();

    /// <summary>Makes references to other grains.</summary>
    /// <exception cref="InvalidOperationException">Asked for outside of a grain's turn, such as in Task.Run.</exception>
    protected IGrainFactory GrainFactory => CallTarget.Current is Activation
        ? Require().Silo.GrainFactory
        : throw new InvalidOperationException(
            "Activation access violation: GrainFactory was used outside of a grain's turn (in Task.Run, or after ConfigureAwait(false)).");

    /// <summary>The services of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => Require().ActivationServices;

    /// <summary>Runs before the first call; the state has been read. If it throws, so does the call.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call, unless the process is killed.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the activation once the current turns have ended; calls that wait go to a new activation.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps the activation from being collected for this long; a negative time undoes that.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Require().DelayDeactivation(timeSpan);

    private Activation Require() => _activation
        ?? throw new InvalidOperationException("Grain was created outside of the Orleans creation process and no runtime was specified.");
}
