package git

import (
	"context"
	"fmt"
)

// Blobs reads contents by git's name for them, such as a Change or a Commit
// gives. Any number of goroutines may use it at once. Close it when it is no
// longer needed.
type Blobs struct{ blobs *batch }

// Blobs gives the contents of a repository, through one git that is started by
// the first read. When ctx ends, so does it.
func (r *Repository) Blobs(ctx context.Context) *Blobs { return &Blobs{newBatch(ctx, r)} }

// Read gives the contents of a file, or where a symbolic link points, by the full
// hash.
//
// Errors: *MissingObject, *DamagedObject.
func (b *Blobs) Read(hash string) ([]byte, error) {
	if !isHash(hash) {
		return nil, fmt.Errorf("git: Read wants a full hash, got %s", quote(hash))
	}
	return b.blobs.read(hash)
}

// Close ends the git that reads. It may be called more than once.
func (b *Blobs) Close() error {
	b.blobs.close()
	return nil
}
