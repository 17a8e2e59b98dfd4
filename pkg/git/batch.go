package git

import (
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"sync"
	"time"
)

// maxPending is how many requests git is given before its answers are read.
const maxPending = 64

// patience is how long git may be silent when an answer is due.
const patience = 30 * time.Second

// batch reads objects for any number of goroutines through one git. Requests
// are sent while earlier ones are answered. When an object is so damaged that
// git gives up, that read fails and the others go on with a new git.
type batch struct {
	ctx      context.Context
	repo     *Repository
	patience time.Duration
	requests chan *request
	quit     chan struct{} // closed by close
	done     chan struct{} // closed when nothing runs
	start    sync.Once
	stop     sync.Once
}

// request is one object that a goroutine waits for.
type request struct {
	hash   string
	tries  int
	answer chan answer // holds one, so that answering never waits
}

type answer struct {
	data []byte
	err  error
}

func newBatch(ctx context.Context, r *Repository) *batch {
	return &batch{
		ctx:      ctx,
		repo:     r,
		patience: patience,
		requests: make(chan *request),
		quit:     make(chan struct{}),
		done:     make(chan struct{}),
	}
}

// read gives the contents of an object, and answers for them: git does not
// compare what it reads with the hash.
func (b *batch) read(hash string) ([]byte, error) {
	select {
	case <-b.quit:
		return nil, fs.ErrClosed
	default:
	}
	if b.ctx.Err() != nil {
		return nil, context.Cause(b.ctx)
	}
	b.start.Do(func() { go b.serve() })
	req := &request{hash: hash, answer: make(chan answer, 1)}
	select {
	case b.requests <- req: // once taken it will be answered
		a := <-req.answer
		if a.err == nil && blobHash(a.data, len(hash)) != hash {
			return nil, &DamagedObject{Hash: hash, Detail: "the contents have another hash"}
		}
		return a.data, a.err
	case <-b.quit:
		return nil, fs.ErrClosed
	case <-b.ctx.Done():
		return nil, context.Cause(b.ctx)
	}
}

// close waits until what has been asked for is answered and git has ended.
func (b *batch) close() {
	b.stop.Do(func() { close(b.quit) })
	b.start.Do(func() { close(b.done) }) // nothing was ever read
	<-b.done
}

// serve runs one git after the other; usually there is only one.
func (b *batch) serve() {
	defer close(b.done)
	var waiting []*request
	for {
		if len(waiting) == 0 {
			select {
			case req := <-b.requests:
				waiting = append(waiting, req)
			case <-b.quit:
				return
			case <-b.ctx.Done():
				return
			}
		}
		waiting = b.session(waiting)
	}
}

// session answers requests, first those that wait, through one git until that
// ends. It returns the requests that it took and did not answer.
func (b *batch) session(waiting []*request) []*request {
	git, err := startChild(b.ctx, b.repo, b.patience)
	if err != nil {
		answerAll(waiting, err)
		return nil
	}
	pending := make(chan *request, maxPending)
	broken := make(chan struct{})
	var unsent []*request
	go func() {
		defer close(pending)
		unsent = b.send(git, waiting, pending, broken)
	}()

	for req := range pending {
		data, err := git.next(req.hash)
		if _, missing := err.(*MissingObject); err == nil || missing {
			req.answer <- answer{data, err}
			continue
		}

		close(broken)
		git.kill()
		left := []*request{req}
		for req := range pending {
			left = append(left, req)
		}
		left = append(left, unsent...)
		complaint := git.end()
		if b.ctx.Err() != nil {
			answerAll(left, context.Cause(b.ctx))
			return nil
		}
		if err := verdict(req, err, complaint); err != nil {
			req.answer <- answer{err: err}
			left = left[1:]
		}
		return left
	}
	git.end()
	return nil
}

// verdict is the error of the request on which git ended, nil if that should be
// tried once more.
func verdict(req *request, err error, complaint string) error {
	if found := notFetched.FindStringSubmatch(complaint); found != nil {
		return &MissingObject{Hash: req.hash}
	}
	if req.tries++; req.tries < 2 && !errors.Is(err, errSilent) {
		return nil // something else may have ended git
	}
	if complaint == "" {
		complaint = err.Error()
	}
	return &DamagedObject{Hash: req.hash, Detail: complaint}
}

// send hands requests to git, and to pending, until there will be no more or
// git is broken. It returns those that it took and did not hand over.
func (b *batch) send(git *child, waiting []*request, pending chan<- *request, broken <-chan struct{}) []*request {
	defer git.stdin.Close()
	for {
		for i, req := range waiting {
			select {
			case pending <- req:
				git.ask(req.hash)
			case <-broken:
				return waiting[i:]
			}
		}
		select {
		case req := <-b.requests:
			waiting = []*request{req}
		case <-broken:
			return nil
		case <-b.quit:
			return nil
		case <-b.ctx.Done():
			return nil
		}
	}
}

func answerAll(requests []*request, err error) {
	for _, req := range requests {
		req.answer <- answer{err: err}
	}
}

// blobHash is git's name for contents, of so many digits.
func blobHash(data []byte, digits int) string {
	sum := newBlobHash(int64(len(data)), digits)
	sum.Write(data)
	return hex.EncodeToString(sum.Sum(nil))
}

// newBlobHash begins git's name for contents of a size; the contents are to be
// written to it.
func newBlobHash(size int64, digits int) hash.Hash {
	sum := sha1.New()
	if digits == 2*sha256.Size {
		sum = sha256.New()
	}
	fmt.Fprintf(sum, "blob %d\x00", size)
	return sum
}
