namespace Orleans.Standin;

internal interface IPersistentStateFactory
{
    object Create(Activation activation);
}
