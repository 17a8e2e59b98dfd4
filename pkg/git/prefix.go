package git

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
)

// Prefix is the slash path of the folder absPath from the top of the
// repository, "" for the top itself: what Tree wants. The folder need not exist.
// Symbolic links on the way are followed. In a bare repository the top is the
// repository's own folder.
//
// Errors: *OutsideRepository.
func (r *Repository) Prefix(ctx context.Context, absPath string) (string, error) {
	if !filepath.IsAbs(absPath) {
		return "", fmt.Errorf("git: Prefix wants an absolute path, got %s", quote(absPath))
	}
	top := r.top
	if top == "" {
		top = r.gitDir
	}
	topInfo, err := os.Stat(top)
	if err != nil {
		return "", err
	}
	at, prefix := followLinks(absPath)
	// Folders are compared, not their names: letter case, normal form and
	// short names differ on some systems.
	for ctx.Err() == nil {
		if info, err := os.Stat(at); err == nil && os.SameFile(info, topInfo) {
			return prefix, nil
		}
		parent := filepath.Dir(at)
		if parent == at {
			return "", &OutsideRepository{Path: absPath, Top: top}
		}
		prefix = path.Join(filepath.Base(at), prefix)
		at = parent
	}
	return "", context.Cause(ctx)
}

// followLinks splits a path into what exists, with its links followed, and the
// slash path of what does not.
func followLinks(absPath string) (exists, rest string) {
	at := filepath.Clean(absPath)
	for {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return real, rest
		}
		parent := filepath.Dir(at)
		if parent == at {
			return at, rest
		}
		rest = path.Join(filepath.Base(at), rest)
		at = parent
	}
}
