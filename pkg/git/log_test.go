package git_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

// long is a text that is recognised in another place.
const long = "title: Samråd\npurpose: något som är långt nog\nmembers: []\n"

// log gives the history of a file.
func (r *repo) log(rev, path string, limit int) []git.Commit {
	r.t.Helper()
	commits, err := r.find().Log(ctx, r.git("rev-parse", rev), path, limit)
	require.NoError(r.t, err)
	return commits
}

func TestLog(t *testing.T) {
	r := newRepo(t)
	hash := map[string]string{}
	hash["ett"] = r.commit("main", files{"r/gammal å.yaml": long, "annan": "1"})
	hash["brus"] = r.commit("main", files{"r/gammal å.yaml": long, "annan": "2"})
	hash["flytt"] = r.commit("main", files{"r/ny \"'\n.yaml": long + "status: active\n", "annan": "2"})
	hash["kör"] = r.commit("main", files{"r/ny \"'\n.yaml!": long + "status: active\n"})
	hash["bort"] = r.commit("main", files{"annan": "3"})
	blob := func(rev, path string) string { return r.git("rev-parse", rev+":"+path) }
	one, two := git.Blob{Hash: blob(hash["ett"], "r/gammal å.yaml"), Mode: 0o444}, git.Blob{Hash: blob(hash["flytt"], "r/ny \"'\n.yaml"), Mode: 0o444}
	run := git.Blob{Hash: two.Hash, Mode: 0o555}
	const now, before = "r/ny \"'\n.yaml", "r/gammal å.yaml"
	want := []git.Commit{
		{Hash: hash["bort"], Parents: []string{hash["kör"]}, Change: git.Change{Path: now, Old: run}},
		{Hash: hash["kör"], Parents: []string{hash["flytt"]}, Change: git.Change{Path: now, Old: two, New: run}},
		{Hash: hash["flytt"], Parents: []string{hash["brus"]}, Change: git.Change{Path: now, OldPath: before, Old: one, New: two}},
		{Hash: hash["ett"], Parents: []string{}, Change: git.Change{Path: before, New: one}},
	}
	for i := range want {
		want[i].Author, want[i].Subject = "Åsa", "x"
		want[i].Authored = time.Unix(1700000000, 0)
	}
	check := func(want, got []git.Commit) {
		t.Helper()
		require.Len(t, got, len(want))
		for i, c := range got {
			assert.True(t, want[i].Authored.Equal(c.Authored))
			assert.True(t, want[i].Authored.Equal(c.Committed))
			assert.Equal(t, "2023-11-14T23:13:20+01:00", c.Authored.Format(time.RFC3339))
			c.Authored, c.Committed = want[i].Authored, time.Time{}
			assert.Equal(t, want[i], c)
		}
	}
	check(want, r.log("main", now, 0))
	check(want[:2], r.log("main", now, 2))
	check(want[2:], r.log(hash["flytt"], now, 0))
	check(want[3:], r.log(hash["brus"], before, 9))
	for _, path := range []string{"finns/inte", "r", "", ".", "../x", "/x", "r/", "--all", "*", ":(top)annan", "a\x00b", "annan/under"} {
		assert.Empty(t, r.log("main", path, 0), path)
	}
	// A bare repository tells the same.
	bare := r.clone("--bare")
	check(want, bare.log("main", now, 0))
}

func TestLogNames(t *testing.T) {
	r := newRepo(t)
	for _, name := range []string{"åäö", "-rf", ":(top)x", ":!x", "*", "[a]", "rad\nbrytning", "\nförst", ":100644 100644", "a b", strings.Repeat("å", 100)} {
		r.commit("main", files{name: name, "a": "1"})
		r.commit("main", files{name: name + "!", "a": "2"})
		commits := r.log("main", name, 0)
		require.Len(t, commits, 2, name)
		assert.Equal(t, name, commits[1].Change.Path)
	}
}

// The history is the main line; what was merged is one step, and begins where
// the next one ends.
func TestLogMerges(t *testing.T) {
	r := newRepo(t)
	author := func(name, file, content string) {
		r.write(file, content)
		r.git("add", "-A")
		r.git("-c", "user.name="+name, "commit", "--quiet", "-m", name)
	}
	author("bas", "a.yaml", long)
	r.git("checkout", "--quiet", "-b", "sida")
	author("sida 1", "a.yaml", long+"x: 1\n")
	r.git("mv", "a.yaml", "b.yaml")
	author("sida 2", "b.yaml", long+"x: 2\n")
	r.git("checkout", "--quiet", "main")
	author("brus", "annat", "1")
	r.git("merge", "--quiet", "--no-ff", "-m", "inför", "sida")
	author("efter", "b.yaml", long+"x: 3\n")
	r.git("checkout", "--quiet", "-b", "tom", "HEAD~1")
	r.git("merge", "--quiet", "-s", "ours", "-m", "tar inget", "main") // holds the old text
	for _, setting := range []string{"", "first-parent", "combined", "separate", "off"} {
		if setting != "" {
			r.git("config", "log.diffMerges", setting)
		}
		commits := r.log("main", "b.yaml", 0)
		var subjects []string
		for i, c := range commits {
			subjects = append(subjects, c.Subject)
			if i > 0 {
				assert.Equal(t, commits[i-1].Change.Old, c.Change.New, c.Subject)
			}
		}
		assert.Equal(t, []string{"efter", "inför", "bas"}, subjects, setting)
		merge := commits[1]
		assert.Equal(t, "a.yaml", merge.Change.OldPath)
		require.Len(t, merge.Parents, 2)
		branch := r.log(merge.Parents[1], "b.yaml", 0)
		require.Len(t, branch, 3)
		assert.Equal(t, merge.Change.New, branch[0].Change.New)
		assert.Equal(t, "sida 1", branch[1].Subject)
		assert.Len(t, r.log("tom", "b.yaml", 0), 2)
	}
}

func TestLogShallow(t *testing.T) {
	source := newRepo(t)
	source.commit("main", files{"a": long})
	source.commit("main", files{"a": long + "1\n", "c": "1"})
	source.commit("main", files{"a": long + "1\n", "b": "ny"})
	source.commit("main", files{"a": long + "2\n", "b": "ny"})
	r := source.clone("--depth=3")
	commits := r.log("main", "a", 0)
	require.Len(t, commits, 2)
	assert.False(t, commits[0].Shallow)
	assert.True(t, commits[1].Shallow)
	assert.Empty(t, commits[1].Parents)
	assert.False(t, commits[1].Change.Old.Exists())
	assert.False(t, r.log("main", "a", 1)[0].Shallow, "there is more, and it is here")
	for _, c := range r.log("main", "b", 0) {
		assert.False(t, c.Shallow)
	}
	r.git("fetch", "--quiet", "--unshallow")
	commits = r.log("main", "a", 0)
	require.Len(t, commits, 3)
	assert.False(t, commits[2].Shallow)

	// A shallow clone may hold the first commit.
	all := source.clone("--depth=4")
	all.write(".git/shallow", source.git("rev-parse", "main~1")+"\n")
	assert.True(t, all.log("main", "a", 0)[1].Shallow)
	first := source.clone("--depth=9")
	commits = first.log("main", "a", 0)
	assert.False(t, commits[len(commits)-1].Shallow)
}

// person makes a commit of a tree with headers as they are given.
func (r *repo) person(tree, author, message string) string {
	r.t.Helper()
	return r.object("commit", "tree "+tree+"\nauthor "+author+"\ncommitter "+author+"\n\n"+message)
}

func TestLogHostileWords(t *testing.T) {
	r := newRepo(t)
	tree := r.object("tree", entry("100644", "a", r.object("blob", "x")))
	for _, c := range []struct{ author, message, wantAuthor, wantSubject string }{
		{"\x1b[31mröd\u202e <a@example.org> 1700000000 +0100", "\x1b]0;titel\x07 ::set-output name=x::y\r\n@alla", "\x1b[31mröd\u202e", "\x1b]0;titel\x07 ::set-output name=x::y @alla"},
		{"\xc5sa <> 1700000000 +0100", "\xff\xfe", "\xc5sa", "\xff\xfe"},
		{" <a@example.org> 1700000000 +0100", "", "", ""},
		{"A <a@example.org> 1700000000 +0100", "\n\n\n  rad ett  \nrad två\n\nkropp", "A", "  rad ett rad två"},
		{"A <a@example.org> 1700000000 +0100", strings.Repeat("å", 200_000), "A", strings.Repeat("å", 2048)},
		{strings.Repeat("b", 200_000) + " <a@example.org> 1700000000 +0100", "x", strings.Repeat("b", 4096), "x"},
		{"A <a@example.org> 1700000000 +0100", "x\x00" + strings.Repeat("a", 40) + "\x00y", "A", "x"},
		{"A <a@example.org> 1700000000 +0100", ":100644 100644 " + strings.Repeat("a", 40) + " " + strings.Repeat("b", 40) + " M", "A", ":100644 100644 " + strings.Repeat("a", 40) + " " + strings.Repeat("b", 40) + " M"},
	} {
		commits, err := r.find().Log(ctx, r.person(tree, c.author, c.message), "a", 0)
		require.NoError(t, err)
		require.Len(t, commits, 1, c.message)
		assert.Equal(t, c.wantAuthor, commits[0].Author)
		assert.Equal(t, c.wantSubject, commits[0].Subject)
		assert.EqualValues(t, 1700000000, commits[0].Authored.Unix())
	}
	// With a NUL among the headers git stops reading there: no field moves.
	commits, err := r.find().Log(ctx, r.person(tree, "A\x00B\x00C <a@example.org> 1700000000 +0100", "x"), "a", 0)
	if err == nil {
		require.Len(t, commits, 1)
		assert.NotContains(t, commits[0].Author+commits[0].Subject, "\x00")
	}
}

func TestLogHostileDates(t *testing.T) {
	r := newRepo(t)
	tree := r.object("tree", entry("100644", "a", r.object("blob", "x")))
	for date, want := range map[string]string{
		"1700000000 +0100":                 "2023-11-14T23:13:20+01:00",
		"1700000000 -0330":                 "2023-11-14T18:43:20-03:30",
		"1700000000 +9999":                 "2023-11-14T22:13:20Z",
		"0 +0000":                          "1970-01-01T00:00:00Z",
		"4102444800 +0000":                 "2100-01-01T00:00:00Z",
		"9999999999999 +0000":              "0001-01-01T00:00:00Z",
		"99999999999999999999999999 +0000": "",
		"igår":                             "",
		"":                                 "",
		"-1 +0000":                         "",
	} {
		commits, err := r.find().Log(ctx, r.person(tree, "A <a@example.org> "+date, "x"), "a", 0)
		require.NoError(t, err, date)
		require.Len(t, commits, 1)
		if want != "" {
			assert.Equal(t, want, commits[0].Authored.Format(time.RFC3339), date)
		}
		_, err = commits[0].Authored.MarshalJSON()
		assert.NoError(t, err, date)
	}
}

func TestLogErrors(t *testing.T) {
	r := newRepo(t)
	head := r.commit("main", files{"a": "1"})
	found := r.find()
	for _, bad := range []string{"", "HEAD", "--output=x", head[:10]} {
		_, err := found.Log(ctx, bad, "a", 0)
		assert.ErrorContains(t, err, "full hash", bad)
	}
	_, err := found.Log(ctx, strings.Repeat("a", 40), "a", 0)
	as[*git.UnknownRevision](t, err)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err = found.Log(cancelled, head, "a", 0)
	assert.ErrorIs(t, err, context.Canceled)
}

// A file that is new beside ten thousand million others is looked for among
// them, and not for ever.
func TestLogBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("lists a million files")
	}
	r := newRepo(t)
	mode, hash := "100644", r.object("blob", "x")
	blob := hash
	for range 10 {
		var content strings.Builder
		for i := range 10 {
			content.WriteString(entry(mode, fmt.Sprint(i), hash))
		}
		mode, hash = "40000", r.object("tree", content.String())
	}
	const who = "A <a@example.org> 1700000000 +0100"
	first := r.person(r.object("tree", ""), who, "x")
	bomb := r.object("commit", "tree "+r.object("tree", entry("100644", "a", blob)+entry("40000", "b", hash))+"\nparent "+first+"\nauthor "+who+"\ncommitter "+who+"\n\nx")
	_, err := r.find().Log(ctx, bomb, "a", 0)
	as[*git.TreeTooLarge](t, err)
	_, err = r.find().Changed(ctx, first, bomb, "b")
	as[*git.TreeTooLarge](t, err)
}

// The configuration runs nothing and bends no answer.
func TestHostileConfigurationOfComparisons(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the traps are shell scripts")
	}
	source := newRepo(t)
	source.git("config", "uploadpack.allowFilter", "true")
	from := source.commit("main", files{"r/a": long, "r/b": "1"})
	head := source.commit("main", files{"r/c": long + "x\n", "r/b": "1"})
	r := source.clone()
	partial := source.clone("--filter=blob:none", "--no-checkout")
	trap, sprung := r.path("trap"), r.path("sprung")
	require.NoError(t, os.WriteFile(trap, []byte("#!/bin/sh\necho \"$0 $*\" >>"+sprung+"\nexit 1\n"), 0o755))
	pipe := r.path("rör")
	require.NoError(t, makePipe(pipe)) // who reads it waits for ever
	r.write(".mailmap", "Ond <a@b> <asa@example.org>\n")
	for _, repo := range []*repo{r, partial} {
		for key, value := range map[string]string{
			"core.fsmonitor": trap, "core.pager": trap, "pager.log": trap, "pager.diff-tree": trap, "diff.external": trap, "diff.x.textconv": trap, "diff.x.command": trap,
			"filter.x.clean": trap, "filter.x.process": trap, "filter.x.required": "true", "gpg.program": trap, "log.showSignature": "true", "core.sshCommand": trap,
			"remote.origin.uploadpack": trap, "diff.orderFile": pipe, "mailmap.file": pipe, "core.worktree": "/",
			"log.showRoot": "false", "log.follow": "false", "log.date": "relative", "log.diffMerges": "off", "diff.renames": "false", "diff.noprefix": "true", "diff.ignoreSubmodules": "all",
			"format.pretty": "oneline", "color.ui": "always", "log.decorate": "full", "core.abbrev": "4", "core.quotePath": "true", "i18n.logOutputEncoding": "UTF-16", "log.mailmap": "true",
			"diff.relative": "true", "core.hooksPath": r.dir,
		} {
			repo.git("config", key, value)
		}
		repo.write(".git/info/attributes", "* filter=x diff=x\n")
	}
	found := &repo{t: t, dir: r.path(".git")}
	commits := found.log(head, "r/c", 0)
	require.Len(t, commits, 2)
	assert.Equal(t, "Åsa", commits[0].Author)
	assert.Equal(t, "r/a", commits[0].Change.OldPath)
	changes, err := found.find().Changed(ctx, from, head, "r")
	require.NoError(t, err)
	assert.Equal(t, []string{"- a", "+ c"}, summary(changes))
	assert.Equal(t, []string{}, func() []string {
		tree, err := found.find().Tree(ctx, head, "r")
		require.NoError(t, err)
		defer tree.Close()
		changes, err := tree.ChangedOnDisk(ctx, r.onDisk("r"))
		require.NoError(t, err)
		return summary(changes)
	}())
	_, err = found.find().Refs(ctx)
	require.NoError(t, err)
	_, err = found.find().DefaultBranch(ctx)
	require.NoError(t, err)

	// Whether a was renamed to c cannot be told without their contents.
	_, err = (&repo{t: t, dir: partial.path(".git")}).find().Log(ctx, head, "r/c", 0)
	as[*git.MissingObject](t, err)
	what, _ := os.ReadFile(sprung)
	assert.Empty(t, string(what))
}
