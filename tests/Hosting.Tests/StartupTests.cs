using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting.Tests;

public sealed class StartupTests
{
    public static TheoryData<Exception> Refusals => new()
    {
        new NotStartedException("a folder is not there"),
        new OptionsValidationException("x", typeof(string), ["x is 0; set it to 1"]),
        new AggregateException(new OptionsValidationException("x", typeof(string), ["x is 0; set it to 1"])),
        new OrleansConfigurationException("not in this build"),
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Run_OfWhatASettingForbids_EndsWith78(Exception refusal) =>
        Assert.Equal(78, await Startup.RunAsync(() => throw refusal));

    [Fact]
    public async Task Run_OfABug_IsNotTakenForASetting() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Startup.RunAsync(() => throw new InvalidOperationException("a bug")));

    [Fact]
    public async Task Run_ThatIsToldToStopWhileItWaits_EndsWith0()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHostedService<WaitsForEver>();

        Assert.Equal(0, await Startup.RunAsync(builder.Build));
    }

    private sealed class WaitsForEver(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
