package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// usageError is a call that cannot be carried out as written.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

// usage makes a usage error from the catalogue.
func (a *app) usage(k text.Key, args text.Args) error {
	return &usageError{a.lang.Say(k, args)}
}

// wrong makes a usage error of words that no other command needs.
func (a *app) wrong(sv, en string) error { return &usageError{a.pick(sv, en)} }

// errFindings ends a command that found what --fail-on asks about.
var errFindings = errors.New("findings")

// told is an error that has been told of already, and the exit code of it.
type told struct{ code int }

func (e *told) Error() string { return "told of already" }

// exit tells what went wrong, on standard error, and gives the exit code.
func (a *app) exit(err error) int {
	var before *told
	var ue *usageError
	switch {
	case err == nil:
		return ExitClean
	case errors.As(err, &before):
		return before.code
	case errors.Is(err, errFindings):
		return ExitFindings
	case errors.As(err, &ue):
		a.complain(ue.message)
		return ExitUsage
	}
	a.complain(a.words(err))
	return ExitFailure
}

// complain writes a message, whose further lines say what to do.
func (a *app) complain(message string) {
	for i, line := range strings.Split(message, "\n") {
		fmt.Fprintf(a.Err, "%s%s\n", [...]string{"vis: ", "     "}[min(i, 1)], render.Safe(line))
	}
}

// swede is an error with a Swedish text of its own.
type swede interface{ Swedish() string }

// words is an error in the language of the run, where it has one.
func (a *app) words(err error) string {
	var s swede
	if a.lang == text.Swedish && errors.As(err, &s) {
		return s.Swedish()
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return a.lang.Say(text.CannotRead, text.Args{"file": pe.Path, "error": cause(err)})
	}
	return a.lang.Write(cause(err))
}

// causes are what the operating system says, in both languages.
var causes = []struct {
	err  error
	says text.Both
}{
	{context.Canceled, text.Both{Sv: "avbrutet", En: "interrupted"}},
	{fs.ErrPermission, text.Both{Sv: "behörighet saknas", En: "permission denied"}},
	{fs.ErrNotExist, text.Both{Sv: "filen eller mappen finns inte", En: "there is no such file or folder"}},
	{syscall.EISDIR, text.Both{Sv: "det är en mapp", En: "it is a folder"}},
	{syscall.ENOTDIR, text.Both{Sv: "det är ingen mapp", En: "it is not a folder"}},
	{syscall.ENOSPC, text.Both{Sv: "disken är full", En: "the disk is full"}},
	{syscall.EROFS, text.Both{Sv: "disken går bara att läsa", En: "the disk is read-only"}},
}

// cause is why something failed, without the path.
func cause(err error) text.Both {
	for _, c := range causes {
		if errors.Is(err, c.err) {
			return c.says
		}
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return text.Both{Sv: err.Error(), En: err.Error()}
}
