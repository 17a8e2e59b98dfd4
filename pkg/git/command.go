package git

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// grace is how long a cancelled git may keep its pipes open.
const grace = 2 * time.Second

// keptVariables are the only variables of git's own that are handed on. The
// others (GIT_DIR and GIT_INDEX_FILE in a hook, GIT_TRACE, …) would make the
// answers depend on who is asking.
var keptVariables = map[string]bool{
	"GIT_CEILING_DIRECTORIES":         true,
	"GIT_DISCOVERY_ACROSS_FILESYSTEM": true,
	"GIT_EXEC_PATH":                   true, // a git moved from where it was built
	"GIT_CONFIG_GLOBAL":               true, // safe.directory stands there
	"GIT_CONFIG_COUNT":                true, // or here, with the KEY and VALUE variables

	// What a pre-receive hook is asked to judge is in quarantine.
	"GIT_QUARANTINE_PATH":              true,
	"GIT_OBJECT_DIRECTORY":             true,
	"GIT_ALTERNATE_OBJECT_DIRECTORIES": true,
}

// setVariables are given to every git.
var setVariables = []string{
	"LC_ALL=C", // messages are recognised
	"GIT_OPTIONAL_LOCKS=0",
	"GIT_TERMINAL_PROMPT=0",
	"GIT_NO_REPLACE_OBJECTS=1", // history as it was made
	"GIT_GRAFT_FILE=" + os.DevNull,
	"GIT_CONFIG_NOSYSTEM=1",
	"GIT_ATTR_NOSYSTEM=1",
	"GIT_NO_LAZY_FETCH=1",
	"GIT_ALLOW_PROTOCOL=none", // git before 2.45 does not know the line above
}

// safeOptions override what the configuration of a repository may say.
var safeOptions = []string{
	"--no-pager",
	"-c", "core.fsmonitor=false",
	"-c", "core.hooksPath=" + os.DevNull,
}

// program is the path of the git program.
type program string

func findProgram() (program, error) {
	path, err := exec.LookPath("git")
	if err != nil {
		return "", &NoGitProgram{Err: err}
	}
	return program(path), nil
}

// command prepares a run of git in a folder.
func (p program) command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, string(p), append(safeOptions[:len(safeOptions):len(safeOptions)], args...)...)
	cmd.Dir = dir
	cmd.Env = environment(os.Environ())
	cmd.WaitDelay = grace
	return cmd
}

// output runs git and returns what it wrote to standard output. The error is
// that of the context, *MissingObject or *Failed.
func (p program) output(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := p.command(ctx, dir, args...)
	var stdout bytes.Buffer
	var stderr head
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, failure(ctx, args, &stderr, err)
	}
	return stdout.Bytes(), nil
}

// comparing are the commands that gather all differences before they write any,
// for which a small tree may name more than there is memory for. They are not
// given more than 16 MiB in one piece: room for more than maxNodes.
var comparing = map[string]bool{"diff-tree": true, "log": true}

// tooMuch is what git says when it is not given memory.
const tooMuch = "attempting to allocate "

// stream runs git and hands what it writes to read while it writes. Git is ended
// when read fails. The error is that of read, of the context, *MissingObject or
// *Failed.
func (r *Repository) stream(ctx context.Context, read func(io.Reader) error, args ...string) error {
	killable, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := r.git.command(killable, r.gitDir, r.args(args...)...)
	if comparing[subcommand(args)] {
		cmd.Env = append(cmd.Env, "GIT_ALLOC_LIMIT=16m")
	}
	var stderr head
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return failure(ctx, args, &stderr, err)
	}
	readErr := read(stdout)
	cutShort := errors.Is(readErr, io.ErrUnexpectedEOF) // git tells why
	if readErr != nil && !cutShort {
		cancel() // git may have more to say
	}
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil && (readErr != nil || err != nil):
		return context.Cause(ctx)
	case readErr != nil && !(cutShort && err != nil):
		return readErr
	case err != nil:
		return failure(ctx, args, &stderr, err)
	}
	return nil
}

// notFetched is what git says, as it is not to fetch, when it comes upon an
// object that a partial clone left out.
var notFetched = regexp.MustCompile(`could not fetch ([0-9a-f]{40,64}) from promisor remote`)

// failure is the error of a git that did not end well.
func failure(ctx context.Context, args []string, stderr *head, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if found := notFetched.FindStringSubmatch(stderr.String()); found != nil {
		return &MissingObject{Hash: found[1]}
	}
	failed := &Failed{Command: subcommand(args), Detail: stderr.String(), Err: err}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		failed.exit = exit.ExitCode()
	}
	return failed
}

// lacking is what git says of an object that is not there.
var lacking = regexp.MustCompile(`(?:unable to read (?:tree|sha1 file of [^\n]*)|bad tree object|missing object|unable to read) \(?([0-9a-f]{40,64})`)

// unread tells why what some commits hold could not be read.
func (r *Repository) unread(ctx context.Context, err error, commits ...string) error {
	var failed *Failed
	if !errors.As(err, &failed) || failed.exit != 128 {
		return err
	}
	for _, commit := range commits {
		if _, err := r.Resolve(ctx, commit); err != nil {
			return err
		}
	}
	if strings.Contains(failed.Detail, tooMuch) {
		return &TreeTooLarge{}
	}
	if found := lacking.FindStringSubmatch(failed.Detail); found != nil {
		return &MissingObject{Hash: found[1]}
	}
	return err
}

// subcommand is the first argument that is not an option, nor the value of -c.
func subcommand(args []string) string {
	for i, arg := range args {
		if !strings.HasPrefix(arg, "-") && (i == 0 || args[i-1] != "-c") {
			return arg
		}
	}
	return ""
}

// environment is what git gets to see of the variables of this process.
func environment(inherited []string) []string {
	var env []string
	for _, variable := range inherited {
		name, _, _ := strings.Cut(variable, "=")
		if runtime.GOOS == "windows" {
			name = strings.ToUpper(name)
		}
		own := strings.HasPrefix(name, "GIT_")
		numbered := strings.HasPrefix(name, "GIT_CONFIG_KEY_") || strings.HasPrefix(name, "GIT_CONFIG_VALUE_")
		if !own || numbered || keptVariables[name] {
			env = append(env, variable)
		}
	}
	return append(env, setVariables...)
}

// head keeps the beginning of what is written to it.
type head struct{ buf bytes.Buffer }

const headSize = 4 << 10

func (h *head) Write(p []byte) (int, error) {
	if room := headSize - h.buf.Len(); room > 0 {
		h.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func (h *head) String() string { return h.buf.String() }
