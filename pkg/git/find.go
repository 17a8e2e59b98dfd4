package git

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Repository is a git repository on disk. It may be used by several goroutines
// at once.
type Repository struct {
	git     program
	gitDir  string
	top     string
	bare    bool
	shallow bool
}

// Find gives the repository that holds dir. A folder that does not exist is
// looked for by the nearest one above that does, since it may exist at another
// revision; so is a file.
//
// Errors: *NoGitProgram, *NotARepository, *UntrustedRepository, *Failed.
func Find(ctx context.Context, dir string) (*Repository, error) {
	git, err := findProgram()
	if err != nil {
		return nil, err
	}
	start, err := nearestFolder(dir)
	if err != nil {
		return nil, err
	}

	// The path stands last, and alone, because it may hold a line break.
	out, err := git.output(ctx, start, "rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository", "--absolute-git-dir")
	if err != nil {
		return nil, notFound(dir, err)
	}
	fields := strings.SplitN(chomp(out), "\n", 4)
	if len(fields) != 4 || !filepath.IsAbs(filepath.FromSlash(fields[3])) {
		return nil, &Failed{Command: "rev-parse", Detail: "unexpected answer: " + string(out)}
	}
	r := &Repository{
		git:     git,
		bare:    fields[0] == "true",
		shallow: fields[2] == "true",
		gitDir:  filepath.FromSlash(fields[3]),
	}
	if fields[1] == "true" {
		out, err := git.output(ctx, start, "rev-parse", "--show-toplevel")
		if err != nil {
			return nil, err
		}
		r.top = filepath.FromSlash(chomp(out))
	}
	return r, nil
}

// Top is the absolute path of the top of the work tree, "" if there is none.
func (r *Repository) Top() string { return r.top }

// GitDir is the absolute path of the folder where git keeps its own files; in a
// linked work tree, those of that work tree.
func (r *Repository) GitDir() string { return r.gitDir }

// Bare reports whether the repository has no work tree.
func (r *Repository) Bare() bool { return r.bare }

// Shallow reports whether older history was left out when it was cloned.
func (r *Repository) Shallow() bool { return r.shallow }

// args puts the repository, as it was found, before the arguments: it is not
// looked for again.
func (r *Repository) args(args ...string) []string {
	return append([]string{"--git-dir=" + r.gitDir}, args...)
}

func (r *Repository) output(ctx context.Context, args ...string) ([]byte, error) {
	return r.git.output(ctx, r.gitDir, r.args(args...)...)
}

// nearestFolder is the absolute path of dir, or of the nearest folder above it
// that exists.
func nearestFolder(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		info, err := os.Stat(abs)
		if err == nil && info.IsDir() {
			return abs, nil
		}
		parent := filepath.Dir(abs)
		if parent == abs {
			return "", &NotARepository{Dir: dir}
		}
		abs = parent
	}
}

// notFound turns the failure to find a repository into what it means.
func notFound(dir string, err error) error {
	var failed *Failed
	if !errors.As(err, &failed) {
		return err
	}
	line, _, _ := strings.Cut(failed.Detail, "\n")
	switch {
	case strings.Contains(line, "not a git repository"):
		return &NotARepository{Dir: dir}
	case strings.Contains(line, "dubious ownership"), strings.Contains(line, "unsafe repository"):
		return &UntrustedRepository{Dir: quoted(line, dir)}
	}
	return err
}

// quoted is what stands between the first and the last ' of a line.
func quoted(line, otherwise string) string {
	first, last := strings.IndexByte(line, '\''), strings.LastIndexByte(line, '\'')
	if first < last {
		return line[first+1 : last]
	}
	return otherwise
}

// chomp removes the line end that git adds, and no other.
func chomp(out []byte) string { return strings.TrimSuffix(string(out), "\n") }
