namespace OrleansGameState.Hosting;

/// <summary>
/// A hosted service that is started before all others, in the order of registration, and whose failure is told in a line
/// of its own. It is started once more with the others, and must not mind.
/// </summary>
internal interface IStartsEarly : IHostedService;
