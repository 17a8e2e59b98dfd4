package git_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/git"
)

func TestProblems(t *testing.T) {
	const evil = "a\x1b[31m\u202e\n\"å"
	for _, problem := range []git.Problem{
		&git.NoGitProgram{Err: errors.New(evil)},
		&git.GitTooOld{Version: evil},
		&git.Failed{Command: "ls-tree", Detail: evil},
		&git.Failed{Command: "ls-tree", Err: errors.New(evil)},
		&git.NotARepository{Dir: evil},
		&git.UntrustedRepository{Dir: evil},
		&git.OutsideRepository{Path: evil, Top: evil},
		&git.BadRevision{Rev: evil},
		&git.UnknownRevision{Rev: evil},
		&git.UnknownRevision{Rev: evil, Found: "tree"},
		&git.UnknownRevision{Rev: evil, Ambiguous: true},
		&git.UnknownRevision{Rev: evil, Shallow: true},
		&git.NoCommits{Dir: evil, Rev: evil},
		&git.Shallow{A: evil, B: evil},
		&git.NoMergeBase{A: evil, B: evil},
		&git.NoFolder{Dir: evil, Commit: "abc"},
		&git.NoFolder{Dir: evil, Commit: "abc", IsFile: true},
		&git.MissingObject{Hash: "abc"},
		&git.DamagedObject{Hash: "abc", Detail: evil},
		&git.FileTooLarge{Size: 1 << 40},
		&git.SymlinkNotFollowed{},
		&git.BadTree{Path: evil},
		&git.TreeTooLarge{},
		&git.NoDefaultBranch{},
		&git.NoDefaultBranch{Shallow: true},
		&git.SparseCheckout{Path: evil},
	} {
		english, swedish := problem.Error(), problem.Swedish()
		assert.Contains(t, english, "expected")
		assert.Contains(t, swedish, "väntades")
		for _, text := range []string{english, swedish} {
			found, remedy, _ := strings.Cut(text, "\n")
			assert.NotEmpty(t, remedy, text)
			assert.NotContains(t, remedy, "\n", "a name broke the line: %s", text)
			assert.NotContains(t, text, "\x1b")
			assert.NotContains(t, text, "\u202e")
			assert.False(t, strings.HasSuffix(found, ".") || strings.HasSuffix(remedy, "."), text)
		}
		if _, command := problem.(*git.UntrustedRepository); !command {
			assert.NotContains(t, strings.ReplaceAll(english+swedish, `"å`, ""), `"`, "straight quotation marks")
		}
		assert.NotContains(t, swedish, "“", "English quotation marks")
		assert.Equal(t, strings.Count(english, "“"), strings.Count(english, "”"), english)
		assert.NotRegexp(t, `\bversion(en|er)?\b`, strings.ReplaceAll(swedish, "git har version", ""), "the word is revision")
		var target git.Problem
		assert.ErrorAs(t, problem, &target)
	}
}

// The commands in a message can be pasted.
func TestProblemNamesSafeCommand(t *testing.T) {
	for dir, want := range map[string]string{
		"/srv/vis":    "safe.directory /srv/vis",
		"/a b/$(x)'y": `safe.directory '/a b/$(x)'\''y'`,
	} {
		problem := &git.UntrustedRepository{Dir: dir}
		assert.True(t, strings.HasSuffix(problem.Error(), want), problem.Error())
		assert.True(t, strings.HasSuffix(problem.Swedish(), want), problem.Swedish())
	}
}
