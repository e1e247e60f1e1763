using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Standin;

/// <summary>
/// How grain classes get their constructor's arguments. A scope costs memory for as long as the activation lives, so it
/// is made only for arguments that are not singletons.
/// </summary>
internal sealed class Constructors(IServiceCollection services, IServiceProvider provider)
{
    internal static ConstructorInfo Choose(Type type)
    {
        var constructors = type.GetConstructors();
        return constructors switch
        {
            [var only] => only,
            [] => throw new OrleansConfigurationException($"Grain class {type.FullName} has no public constructor; give it one."),
            _ => constructors.SingleOrDefault(c => c.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
                ?? throw new OrleansConfigurationException(
                    $"Grain class {type.FullName} has several public constructors; mark one with [ActivatorUtilitiesConstructor]."),
        };
    }

    internal Func<Activation, object?> Resolver(Type grainClass, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
        {
            return StateResolver(grainClass, parameter, state);
        }

        if (type == typeof(IGrainContext))
        {
            return static activation => activation;
        }

        if (type == typeof(IGrainFactory))
        {
            return static activation => activation.Silo.GrainFactory;
        }

        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
        {
            return activation => activation.ActivationServices.GetRequiredKeyedService(type, keyed.Key);
        }

        var isSingleton = IsSingleton(type);
        return parameter.HasDefaultValue
            ? activation => Services(activation, isSingleton).GetService(type) ?? parameter.DefaultValue
            : activation => Services(activation, isSingleton).GetRequiredService(type);
    }

    private IServiceProvider Services(Activation activation, bool isSingleton) =>
        isSingleton ? provider : activation.ActivationServices;

    private static Func<Activation, object?> StateResolver(Type grainClass, ParameterInfo parameter, PersistentStateAttribute state)
    {
        var type = parameter.ParameterType;
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new OrleansConfigurationException(
                $"Parameter {parameter.Name} of grain class {grainClass.FullName} has [PersistentState] but is not an IPersistentState<T>.");
        }

        var factory = (IPersistentStateFactory)Activator.CreateInstance(
            typeof(PersistentStateFactory<>).MakeGenericType(type.GenericTypeArguments), state.StateName, state.StorageName)!;
        return factory.Create;
    }

    private bool IsSingleton(Type type)
    {
        if (type == typeof(IServiceProvider))
        {
            return false;
        }

        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        {
            var element = type.GenericTypeArguments[0];
            return services.Where(d => !d.IsKeyedService && d.ServiceType == element).All(d => d.Lifetime == ServiceLifetime.Singleton);
        }

        var open = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : null;
        var descriptor = services.LastOrDefault(d => !d.IsKeyedService && d.ServiceType == type)
            ?? services.LastOrDefault(d => !d.IsKeyedService && d.ServiceType == open);
        return descriptor?.Lifetime == ServiceLifetime.Singleton;
    }
}
