using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Standin;

internal sealed class PersistentStateFactory<TState>(string stateName, string? storageName) : IPersistentStateFactory
{
    public object Create(Activation activation)
    {
        var state = new PersistentState<TState>(activation, Storage(activation), stateName);
        activation.AddState(state);
        return state;
    }

    private IGrainStorage Storage(Activation activation)
    {
        var name = storageName ?? "Default";
        return activation.Silo.Services.GetKeyedService<IGrainStorage>(name)
            ?? throw new BadProviderConfigException(storageName is null
                ? $"No default storage provider found loading grain type {activation.Class.Type.FullName}."
                : $"No storage provider named \"{name}\" found loading grain type {activation.Class.Type.FullName}.");
    }
}
