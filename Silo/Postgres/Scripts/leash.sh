# Runs a command that ends with the silo: its standard input is a pipe that the silo holds, and once that ends, however
# the silo ended, the command is interrupted. To PostgreSQL an interrupt is a fast shutdown.
#   leash.sh log command...     log: where its output is added; empty: to this one's
log=$1
shift
trap '' INT HUP TERM QUIT
exec 3<&0 </dev/null
if [ -n "$log" ]; then
    if [ -f "$log" ] && [ "$(wc -c <"$log")" -gt 1000000 ]; then mv -f -- "$log" "$log.1"; fi
    exec >>"$log" 2>&1
fi

# Where the system can do it, the command is interrupted too when this shell is killed.
if setpriv --help 2>/dev/null | grep -q -e --pdeathsig; then
    setpriv --pdeathsig INT -- "$@" 3<&- &
else
    "$@" 3<&- &
fi
command=$!

# Said again until it is heard: an interrupt is lost on a program that has just been started.
{
    while read -r _; do :; done
    while kill -INT "$command"; do sleep 1; done
} <&3 >/dev/null 2>&1 &
watch=$!
exec 3<&-

wait "$command"
code=$?
kill -KILL "$watch" 2>/dev/null
exit "$code"
