package git

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// Problem is an error of this package. Error says in English what was found,
// what was expected and, on a line of its own, what to do; Swedish says the same.
// No character in either can steer a terminal.
type Problem interface {
	error
	Swedish() string
}

// NoGitProgram says that there is no git program to run.
type NoGitProgram struct {
	Err error // of looking for it
}

func (e *NoGitProgram) Error() string {
	return "the program git was not found; expected it in a folder of PATH\nconsider installing git, or reading the files themselves instead of a revision"
}

// Swedish says the same in Swedish.
func (e *NoGitProgram) Swedish() string {
	return "programmet git hittades inte; det väntades i en mapp i PATH\ninstallera git, eller läs filerna som de är i stället för en revision"
}

func (e *NoGitProgram) Unwrap() error { return e.Err }

// GitTooOld says that the git program lacks what this package needs.
type GitTooOld struct {
	Version string
}

func (e *GitTooOld) Error() string {
	return fmt.Sprintf("git is of version %s; expected %d.%d or later\nconsider installing a newer git", plain(e.Version), oldestMajor, oldestMinor)
}

// Swedish says the same in Swedish.
func (e *GitTooOld) Swedish() string {
	return fmt.Sprintf("git har version %s; %d.%d eller senare väntades\ninstallera en nyare git", plain(e.Version), oldestMajor, oldestMinor)
}

// Failed says that git did not do its work, for a reason that has no error of its
// own.
type Failed struct {
	Command string // rev-parse, ls-tree, …
	Detail  string // what git wrote, in English
	Err     error  // nil if git ended well but its answer was not understood

	exit int
}

func (e *Failed) Error() string {
	return fmt.Sprintf("git %s failed: %s; expected an answer\nconsider “git fsck”, which tells whether the repository is whole", e.Command, e.reason())
}

// Swedish says the same in Swedish.
func (e *Failed) Swedish() string {
	return fmt.Sprintf("git %s misslyckades: %s; ett svar väntades\npröva ”git fsck”, som säger om arkivet är helt", e.Command, e.reason())
}

func (e *Failed) Unwrap() error { return e.Err }

func (e *Failed) reason() string {
	if e.Detail == "" && e.Err != nil {
		return plain(e.Err.Error())
	}
	return plain(e.Detail)
}

// quote puts a text in English quotation marks, with escapes only where it needs
// them.
func quote(s string) string { return "“" + escape(s) + "”" }

// swedishQuote is quote in Swedish.
func swedishQuote(s string) string { return "”" + escape(s) + "”" }

// escape writes out what cannot be seen, or would end the quotation.
func escape(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) || r == unicode.ReplacementChar }) {
		s = strings.ReplaceAll(strconv.Quote(s), `\"`, `"`)
		s = s[1 : len(s)-1]
	}
	return strings.ReplaceAll(s, "”", `\u201d`)
}

// argument is a path as a shell takes it for itself and nothing more.
func argument(path string) string {
	if strings.ContainsFunc(path, func(r rune) bool { return !strconv.IsPrint(r) }) {
		return strconv.Quote(path) // cannot be shown as it is
	}
	if !strings.ContainsAny(path, " \"'$`&|;<>()*?[]{}#~!") {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// plain puts what git wrote on one line, without anything invisible.
func plain(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		line = strings.Map(func(r rune) rune {
			if !strconv.IsPrint(r) {
				return unicode.ReplacementChar
			}
			return r
		}, strings.TrimSpace(line))
		if line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "; ")
}

// short is as much of a hash as people read.
func short(hash string) string { return hash[:min(10, len(hash))] }
