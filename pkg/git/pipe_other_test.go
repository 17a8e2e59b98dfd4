//go:build !unix

package git_test

import "errors"

func makePipe(string) error { return errors.ErrUnsupported }
