using Orleans.Configuration;

namespace Orleans.Standin;

internal static class GrainCollectionRules
{
    internal static void Enforce(GrainCollectionOptions options)
    {
        if (options.CollectionQuantum <= TimeSpan.Zero)
        {
            throw new OrleansConfigurationException(
                $"{nameof(options.CollectionQuantum)} is set to {options.CollectionQuantum}; it must be greater than 0.");
        }

        Require(nameof(options.CollectionAge), options.CollectionAge, options.CollectionQuantum);
        foreach (var (name, age) in options.ClassSpecificCollectionAge)
        {
            Require(name, age, options.CollectionQuantum);
        }
    }

    private static void Require(string name, TimeSpan age, TimeSpan quantum)
    {
        if (age <= quantum)
        {
            throw new OrleansConfigurationException(
                $"{name} is set to {age}; it must be greater than {nameof(GrainCollectionOptions.CollectionQuantum)}, which is set to {quantum}.");
        }
    }
}
