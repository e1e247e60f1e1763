namespace Orleans.Standin;

internal readonly record struct StreamItem(object Item, SequenceToken Token);
