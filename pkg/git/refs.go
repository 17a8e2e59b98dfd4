package git

import (
	"context"
	"errors"
	"slices"
	"strings"
)

// Ref is a branch, a tag or a branch of another repository.
type Ref struct {
	Name string // as short as names only this one: main, origin/main, v1, heads/v1
	Full string // refs/heads/main, refs/remotes/origin/main, refs/tags/v1
}

// Refs gives the branches, those of other repositories and the tags, in that
// order and sorted by name. Each Name is a revision that Resolve takes. A name
// may hold any character but control characters.
//
// Errors: *Failed.
func (r *Repository) Refs(ctx context.Context) ([]Ref, error) {
	targets, err := r.refs(ctx)
	if err != nil {
		return nil, err
	}
	var list []Ref
	for full, target := range targets {
		if name := shortest(full, targets); name != "" && (target == "" || !strings.HasPrefix(full, "refs/remotes/")) {
			list = append(list, Ref{Name: name, Full: full})
		}
	}
	slices.SortFunc(list, func(a, b Ref) int { return strings.Compare(a.Full, b.Full) })
	return list, nil
}

// DefaultBranch gives the name of the branch that changes are compared with when
// nobody says another: what origin/HEAD points at, otherwise the first there is
// of origin/main, origin/master, main and master; in a bare repository, which is
// an origin, first what HEAD points at. Resolve and MergeBase take it.
//
// Errors: *NoDefaultBranch, *NoCommits, *Failed.
func (r *Repository) DefaultBranch(ctx context.Context) (string, error) {
	targets, err := r.refs(ctx)
	if err != nil {
		return "", err
	}
	wanted := []string{targets["refs/remotes/origin/HEAD"], "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"}
	if r.bare {
		head, err := r.output(ctx, "symbolic-ref", "--quiet", "HEAD")
		var detached *Failed
		if err != nil && !errors.As(err, &detached) {
			return "", err
		}
		wanted = append([]string{chomp(head)}, wanted...)
	}
	for _, full := range wanted {
		if _, there := targets[full]; there {
			if name := shortest(full, targets); name != "" {
				return name, nil
			}
		}
	}
	var none *NoCommits
	if _, err := r.Resolve(ctx, "HEAD"); errors.As(err, &none) {
		return "", err
	}
	if ctx.Err() != nil {
		return "", context.Cause(ctx)
	}
	return "", &NoDefaultBranch{Shallow: r.shallow}
}

// refs gives the full names of the branches and tags, and what a symbolic one
// points at, "" for the others.
func (r *Repository) refs(ctx context.Context) (map[string]string, error) {
	out, err := r.output(ctx, "for-each-ref", "--format=%(refname)%00%(symref)", "refs/heads", "refs/remotes", "refs/tags")
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for line := range strings.Lines(string(out)) {
		full, target, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\x00")
		if !ok {
			return nil, &Failed{Command: "for-each-ref", Detail: "unexpected answer: " + line}
		}
		targets[full] = target
	}
	return targets, nil
}

// shortest is the shortest revision that names a ref and nothing else, "" if
// there is none.
func shortest(full string, all map[string]string) string {
	name := strings.TrimPrefix(full, "refs/")
	_, short, _ := strings.Cut(name, "/")
	for _, rev := range []string{short, name, full} {
		if isRevision(rev) && !isHash(rev) && rev != "HEAD" && rev != "@" && meaning(rev, all) == full {
			return rev
		}
	}
	return ""
}

// meaning is the only ref that a revision may name, "" if there are more: git
// would choose one of them.
func meaning(rev string, all map[string]string) string {
	found := ""
	for _, full := range []string{rev, "refs/" + rev, "refs/tags/" + rev, "refs/heads/" + rev, "refs/remotes/" + rev, "refs/remotes/" + rev + "/HEAD"} {
		if _, there := all[full]; !there {
			continue
		}
		if found != "" {
			return ""
		}
		found = full
	}
	return found
}
