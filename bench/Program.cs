using OrleansGameState.Bench;
using OrleansGameState.Bench.Calls;
using OrleansGameState.Bench.Clusters;
using OrleansGameState.Bench.Commits;
using OrleansGameState.Bench.Fanout;
using OrleansGameState.Bench.Frames;
using OrleansGameState.Bench.Idle;
using OrleansGameState.Bench.Micro;
using OrleansGameState.Bench.Moves;
using OrleansGameState.Bench.Reads;
using OrleansGameState.Bench.Serving;
using OrleansGameState.Bench.Stars;

var options = BenchOptions.Parse(args);

return args.FirstOrDefault() switch
{
    "calls" => await CallsCommand.RunAsync(options),
    "http" => await HttpCommand.RunAsync(options),
    "grpc" => await GrpcCommand.RunAsync(options),
    "frames" => await FramesCommand.RunAsync(options),
    "fanout" => await FanoutCommand.RunAsync(options),
    "idle" => await IdleCommand.RunAsync(options),
    "commits" => await CommitsCommand.RunAsync(options),
    "activations" => await ActivationsCommand.RunAsync(options),
    "past" => await PastCommand.RunAsync(options),
    "cluster" => await ClusterCommand.RunAsync(options),
    "stars" => await StarsCommand.RunAsync(options),
    "stars-idle" => await IdleStarsCommand.RunAsync(options),
    "moves" => await MovesCommand.RunAsync(options),
    "scan" => await ScanCommand.RunAsync(options),
    "micro" => MicroCommand.Run(args[1..]),
    "serve" => await ServeCommand.RunAsync(args[1..]),
    _ => BenchOptions.Usage(),
};
