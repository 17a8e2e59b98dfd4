package git_test

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

func TestTreeIsAnFS(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{
		"vis.yaml":                    "namn: Nordväst\n",
		"grupper/samråd.yaml":         "å\x00ä\r\nö",
		"grupper/djupt/ned/tom.yaml":  "",
		"grupper/djupt-bredvid":       "1", // git sorts it before djupt/, a folder after
		"grupper/citat \"'.yaml":      "2",
		"grupper/rad\nbrytning.yaml":  "3",
		"grupper/flik\ttecken $(x) *": "4",
		"-rf":                         "5",
		":(top)magi":                  "6",
		"kör!":                        "7",
		"länk@":                       "/etc/passwd",
		"mapplänk@":                   "grupper",
		"modul#":                      "",
		"stor":                        strings.Repeat("0123456789abcdef", 200_000),
	})
	for _, dir := range []string{"", "."} {
		require.NoError(t, fstest.TestFS(r.tree("HEAD", dir),
			"vis.yaml", "grupper/samråd.yaml", "grupper/djupt/ned/tom.yaml", "grupper/djupt-bredvid", "grupper/citat \"'.yaml",
			"grupper/rad\nbrytning.yaml", "grupper/flik\ttecken $(x) *", "-rf", ":(top)magi", "kör", "länk", "mapplänk", "modul", "stor"))
	}
	require.NoError(t, fstest.TestFS(r.tree("HEAD", "grupper"), "samråd.yaml", "djupt/ned/tom.yaml"))
	sub, err := fs.Sub(r.tree("HEAD", ""), "grupper/djupt")
	require.NoError(t, err)
	require.NoError(t, fstest.TestFS(sub, "ned/tom.yaml"))
}

func TestTreeFolderNames(t *testing.T) {
	r := newRepo(t)
	for _, dir := range []string{"åäö", "citat \"'", "rad\nbrytning", "-rf", ":(top)x", "a/b/c", "*", "HEAD", "^x", "~1"} {
		r.commit("main", files{dir + "/fil": dir, "annan": "x"})
		data, err := r.tree("HEAD", dir).ReadFile("fil")
		require.NoError(t, err, dir)
		assert.Equal(t, dir, string(data))
	}
}

func TestTreeContents(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{"a/ett": "samma", "a/två": "samma", "a/tre": "annat", "kör!": "x", "länk@": "a/ett", "modul#": ""})
	tree := r.tree("HEAD", "")
	one, ok := tree.Hash("a/ett")
	assert.True(t, ok)
	assert.Equal(t, r.git("rev-parse", "HEAD:a/ett"), one)
	two, _ := tree.Hash("a/två")
	assert.Equal(t, one, two)
	three, _ := tree.Hash("a/tre")
	assert.NotEqual(t, one, three)
	for _, name := range []string{"a", "länk", "modul", "finns-inte", ".", "", "../x"} {
		_, ok := tree.Hash(name)
		assert.False(t, ok, name)
	}

	info, err := tree.Stat("kör")
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o555), info.Mode())
	assert.EqualValues(t, 1, info.Size())
	assert.True(t, info.ModTime().IsZero())
	list, err := tree.ReadDir("modul")
	require.NoError(t, err)
	assert.Empty(t, list)

	_, err = tree.ReadFile("finns/inte")
	assert.ErrorIs(t, err, fs.ErrNotExist)
	_, err = tree.ReadFile("a")
	assert.ErrorContains(t, err, "folder")
	_, err = tree.ReadDir("kör")
	assert.Error(t, err)
}

func TestTreeSymlink(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{"mapp/fil": "x", "ut@": "../../../etc/passwd", "in@": "mapp", "krets@": "krets"})
	tree := r.tree("HEAD", "")
	for name, target := range map[string]string{"ut": "../../../etc/passwd", "in": "mapp", "krets": "krets"} {
		info, err := tree.Stat(name)
		require.NoError(t, err)
		assert.Equal(t, fs.ModeSymlink, info.Mode().Type())
		_, err = tree.ReadFile(name)
		as[*git.SymlinkNotFollowed](t, err)
		f, err := tree.Open(name)
		require.NoError(t, err)
		_, err = io.ReadAll(f)
		as[*git.SymlinkNotFollowed](t, err)
		require.NoError(t, f.Close())
		got, err := tree.ReadLink(name)
		require.NoError(t, err)
		assert.Equal(t, target, got)
	}
	_, err := tree.ReadFile("in/fil")
	assert.ErrorIs(t, err, fs.ErrNotExist)
	_, err = tree.ReadLink("mapp/fil")
	assert.ErrorIs(t, err, fs.ErrInvalid)
}

func TestTreeNoFolder(t *testing.T) {
	r := newRepo(t)
	old := r.commit("main", files{"fil": "x"})
	r.commit("main", files{"fil": "x", "register/a": "y", "länk@": "register"})
	found := r.find()
	head, err := found.Resolve(ctx, "HEAD")
	require.NoError(t, err)
	for _, c := range []struct {
		commit, dir string
		isFile      bool
	}{{old, "register", false}, {head, "register/b", false}, {head, "../x", false}, {head, "/register", false}, {head, "register/", false}, {head, "fil", true}, {head, "länk", true}} {
		_, err := found.Tree(ctx, c.commit, c.dir)
		assert.Equal(t, git.NoFolder{Dir: c.dir, Commit: c.commit, IsFile: c.isFile}, *as[*git.NoFolder](t, err))
		assert.ErrorIs(t, err, fs.ErrNotExist)
	}
	_, err = found.Tree(ctx, strings.Repeat("a", 40), "")
	as[*git.UnknownRevision](t, err)
	for _, commit := range []string{"", "HEAD", "--all", strings.ToUpper(head)} {
		_, err = found.Tree(ctx, commit, "")
		assert.ErrorContains(t, err, "full hash", commit)
	}
}

func TestTreeOfEmptyCommit(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{})
	tree := r.tree("HEAD", "")
	require.NoError(t, fstest.TestFS(tree))
	list, err := tree.ReadDir(".")
	require.NoError(t, err)
	assert.Empty(t, list)
}

func TestTreeWithSHA256(t *testing.T) {
	r := newRepo(t, "--object-format=sha256")
	r.commit("main", files{"å": "1"})
	data, err := r.tree("HEAD", "").ReadFile("å")
	require.NoError(t, err)
	assert.Equal(t, "1", string(data))
}

// A tree is what was committed, whatever state the work tree is in.
func TestTreeDuringConflict(t *testing.T) {
	r := newRepo(t)
	r.write("register/a.yaml", "namn: bas\n")
	r.git("add", ".")
	r.git("commit", "--quiet", "-m", "bas")
	r.git("checkout", "--quiet", "-b", "sida")
	r.write("register/a.yaml", "namn: sida\n")
	r.git("commit", "--quiet", "-am", "sida")
	r.git("checkout", "--quiet", "main")
	r.write("register/a.yaml", "namn: main\n")
	r.git("commit", "--quiet", "-am", "main")
	_, err := r.try("", "merge", "sida")
	require.Error(t, err)
	require.Contains(t, r.git("status", "--porcelain"), "UU")

	for rev, want := range map[string]string{"HEAD": "namn: main\n", "MERGE_HEAD": "namn: sida\n"} {
		data, err := r.tree(rev, "register").ReadFile("a.yaml")
		require.NoError(t, err)
		assert.Equal(t, want, string(data))
	}
	base, err := r.find().MergeBase(ctx, "HEAD", "MERGE_HEAD")
	require.NoError(t, err)
	assert.Equal(t, r.git("rev-parse", "HEAD~1"), base)
}

// What is checked out is not what is stored, and what is stored is read.
func TestTreeIgnoresAttributes(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{".gitattributes": "* text eol=crlf ident working-tree-encoding=UTF-16\n", "a": "$Id$\nå\n"})
	data, err := r.tree("HEAD", "").ReadFile("a")
	require.NoError(t, err)
	assert.Equal(t, "$Id$\nå\n", string(data))
}

func numbered(n int) files {
	content := files{}
	for i := range n {
		content[path.Join("register", fmt.Sprintf("mapp-%02d", i%40), fmt.Sprintf("å-%05d.yaml", i))] = fmt.Sprintf("id: post-%d\nnamn: Åäö %d\n%s", i, i, strings.Repeat("text: x\n", i%100))
	}
	return content
}
