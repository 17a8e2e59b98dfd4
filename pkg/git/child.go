package git

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// child is a running git cat-file --batch.
type child struct {
	cmd      *exec.Cmd
	kill     context.CancelFunc
	patience time.Duration
	stdin    io.WriteCloser
	pipe     io.Reader
	stdout   *bufio.Reader // of the child itself, which reads the pipe
	stderr   head
}

// errSilent says that a git was ended because an answer did not come.
var errSilent = errors.New("git fell silent in the middle of it")

// startChild starts a git that is ended when it is silent for longer than
// patience though an answer is due.
func startChild(ctx context.Context, r *Repository, patience time.Duration) (*child, error) {
	killable, cancel := context.WithCancel(ctx)
	args := r.args("cat-file", "--batch")
	c := &child{cmd: r.git.command(killable, r.gitDir, args...), kill: cancel, patience: patience}
	c.cmd.Stderr = &c.stderr
	stdin, err := c.cmd.StdinPipe()
	if err != nil {
		cancel()
		return nil, err
	}
	c.pipe, err = c.cmd.StdoutPipe()
	if err != nil {
		cancel()
		return nil, err
	}
	if err := c.cmd.Start(); err != nil {
		cancel()
		return nil, failure(ctx, args, &c.stderr, err)
	}
	c.stdin, c.stdout = stdin, bufio.NewReaderSize(c, 64<<10)
	return c, nil
}

// Read reads what git writes. Of a damaged object git may announce more than it
// writes, and then wait for the next request.
func (c *child) Read(p []byte) (int, error) {
	limit := time.AfterFunc(c.patience, c.kill)
	n, err := c.pipe.Read(p)
	if !limit.Stop() && err != nil {
		err = errSilent
	}
	return n, err
}

// ask requests an object. An answer that does not come is next's to report.
func (c *child) ask(hash string) { _, _ = io.WriteString(c.stdin, hash+"\n") }

// next reads the answer to the oldest request. An error other than
// *MissingObject means that no more answers can be read.
func (c *child) next(hash string) ([]byte, error) {
	line, err := c.stdout.ReadString('\n')
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(line)
	if len(fields) == 2 && fields[0] == hash && fields[1] == "missing" {
		return nil, &MissingObject{Hash: hash}
	}
	if len(fields) != 3 || fields[0] != hash || fields[1] != "blob" {
		return nil, fmt.Errorf("unexpected answer: %s", line)
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil || size < 0 || size > MaxFileSize {
		return nil, fmt.Errorf("unexpected size: %s", line)
	}
	data, err := readExactly(c.stdout, size)
	if err != nil {
		return nil, err
	}
	if end, err := c.stdout.ReadByte(); err != nil || end != '\n' {
		return nil, io.ErrUnexpectedEOF
	}
	return data, nil
}

// end waits for git to end, and tells what it complained about.
func (c *child) end() string {
	_, _ = io.Copy(io.Discard, c.pipe)
	_ = c.cmd.Wait() // how it ended is not asked: every answer was checked
	c.kill()
	return c.stderr.String()
}

// readExactly reads size bytes. A damaged object can claim any size, so memory
// is not taken on its word.
func readExactly(r io.Reader, size int64) ([]byte, error) {
	if size <= 1<<20 {
		data := make([]byte, size)
		_, err := io.ReadFull(r, data)
		return data, err
	}
	var data bytes.Buffer
	_, err := io.CopyN(&data, r, size)
	return data.Bytes(), err
}
