# Runs a command in a session of its own: Ctrl-C in the terminal, and whoever ends the silo's process group, miss it.
#   detach.sh command...
if command -v setsid >/dev/null; then
    exec setsid "$@"
fi
if command -v perl >/dev/null; then
    exec perl -MPOSIX=setsid -e 'setsid(); exec { $ARGV[0] } @ARGV' -- "$@"
fi
exec "$@"
