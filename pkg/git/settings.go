package git

import (
	"context"
	"errors"
	"strings"
)

// Setting is the value of a key of git's configuration, as this repository and
// its user have it; ok is false where it is not set. The error is that of the
// context or *Failed.
func (r *Repository) Setting(ctx context.Context, key string) (value string, ok bool, err error) {
	out, err := r.output(ctx, "config", "--get", "--", key)
	var failed *Failed
	switch {
	case errors.As(err, &failed) && failed.exit == 1:
		return "", false, nil
	case err != nil:
		return "", false, err
	}
	return chomp(out), true, nil
}

// DiffDriver is the driver that .gitattributes gives a file, a slash path from
// the top of the working tree: the word after diff=. It is "" for none, and in a
// bare repository. The error is that of the context or *Failed.
func (r *Repository) DiffDriver(ctx context.Context, file string) (string, error) {
	if r.top == "" {
		return "", nil
	}
	out, err := r.git.output(ctx, r.top, "check-attr", "-z", "diff", "--", file)
	if err != nil {
		return "", err
	}
	fields := strings.Split(string(out), "\x00")
	if len(fields) < 3 || fields[2] == "unspecified" || fields[2] == "set" || fields[2] == "unset" {
		return "", nil
	}
	return fields[2], nil
}
