using System.ComponentModel;
using System.Runtime.InteropServices;

namespace OrleansGameState.Durability;

/// <summary>What one process can do to another.</summary>
internal static partial class Signals
{
    private const int NoSuchProcess = 3;

    public static void Interrupt(int process) => Send(process, 2);

    public static void Kill(int process) => Send(process, 9);

    public static void Terminate(int process) => Send(process, 15);

    public static void Continue(int process) => Send(process, 18);

    public static void Stop(int process) => Send(process, 19);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int NativeKill(int process, int signal);

    private static void Send(int process, int signal)
    {
        // One that ended by itself in the meantime is as good as signalled.
        if (NativeKill(process, signal) != 0 && Marshal.GetLastPInvokeError() is not NoSuchProcess and var error)
        {
            throw new Win32Exception(error);
        }
    }
}
