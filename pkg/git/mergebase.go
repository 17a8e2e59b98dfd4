package git

import (
	"context"
	"errors"
	"strings"
)

// MergeBase gives the hash of the commit where the histories of two revisions
// parted; the best one, if there are several.
//
// Errors: *Shallow if the clone is shallow and lacks it, *NoMergeBase if the
// histories have nothing in common, and those of Resolve.
func (r *Repository) MergeBase(ctx context.Context, a, b string) (string, error) {
	hashA, err := r.Resolve(ctx, a)
	if err != nil {
		return "", err
	}
	hashB, err := r.Resolve(ctx, b)
	if err != nil {
		return "", err
	}
	out, err := r.output(ctx, "merge-base", hashA, hashB)
	var failed *Failed
	switch {
	case err == nil:
		base, _, _ := strings.Cut(string(out), "\n")
		return base, nil
	case !errors.As(err, &failed) || failed.exit != 1:
		return "", err
	case r.shallow:
		return "", &Shallow{A: a, B: b}
	default:
		return "", &NoMergeBase{A: a, B: b}
	}
}
