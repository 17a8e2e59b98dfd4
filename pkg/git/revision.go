package git

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// oldestMajor and oldestMinor are the first git that has --end-of-options in
// rev-parse.
const oldestMajor, oldestMinor = 2, 30

// Resolve gives the full hash of the commit that a revision names: a branch, a
// tag, a hash or its beginning, HEAD~3, v1^{/fix}.
//
// Errors: *BadRevision for what is no revision at all, *UnknownRevision,
// *NoCommits, *GitTooOld, *Failed.
func (r *Repository) Resolve(ctx context.Context, rev string) (string, error) {
	if !isRevision(rev) {
		return "", &BadRevision{Rev: rev}
	}
	out, err := r.output(ctx, "rev-parse", "--verify", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return "", r.unresolved(ctx, rev, err)
	}
	hash := chomp(out)
	if !isHash(hash) { // ^main is answered by ^ and a hash
		return "", &BadRevision{Rev: rev}
	}
	return hash, nil
}

// isRevision reports whether a text may be a revision, and nothing else.
func isRevision(rev string) bool {
	return strings.TrimSpace(rev) != "" && !strings.HasPrefix(rev, "-") && !strings.ContainsFunc(rev, unicode.IsControl)
}

// unresolved tells why git did not know a revision.
func (r *Repository) unresolved(ctx context.Context, rev string, err error) error {
	var failed *Failed
	if !errors.As(err, &failed) || failed.exit != 128 {
		return err
	}
	if old := r.tooOld(ctx); old != nil {
		return old
	}
	if refs, err := r.output(ctx, "for-each-ref", "--count=1"); err != nil {
		return err
	} else if len(refs) == 0 {
		if _, err := r.output(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"); err != nil {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			return &NoCommits{Dir: r.where(), Rev: rev}
		}
	}
	unknown := &UnknownRevision{Rev: rev, Shallow: r.shallow, Ambiguous: strings.Contains(failed.Detail, " is ambiguous")}
	if _, found, ok := strings.Cut(failed.Detail, "expected commit type, but the object dereferences to "); ok {
		unknown.Found, _, _ = strings.Cut(found, " ")
	}
	return unknown
}

// tooOld is an error when git is older than this package needs.
func (r *Repository) tooOld(ctx context.Context) error {
	out, err := r.output(ctx, "version")
	if err != nil {
		return err
	}
	var major, minor int
	version := strings.TrimPrefix(chomp(out), "git version ")
	if n, _ := fmt.Sscanf(version, "%d.%d", &major, &minor); n < 2 {
		return nil
	}
	if major < oldestMajor || major == oldestMajor && minor < oldestMinor {
		return &GitTooOld{Version: version}
	}
	return nil
}

// where is the folder by which people know the repository.
func (r *Repository) where() string {
	if r.top != "" {
		return r.top
	}
	return r.gitDir
}

// isHash reports whether s is a full SHA-1 or SHA-256 hash as git writes it.
func isHash(s string) bool {
	return (len(s) == 40 || len(s) == 64) && strings.Trim(s, "0123456789abcdef") == ""
}
