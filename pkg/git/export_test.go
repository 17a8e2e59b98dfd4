package git

import "time"

// SetPatience sets how long the tree waits for a silent git. Call it before the
// first read.
func (t *Tree) SetPatience(d time.Duration) { t.blobs.patience = d }
