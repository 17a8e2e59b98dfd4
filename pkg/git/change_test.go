package git_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

// summary writes changes as "+ added", "- removed", "M modified".
func summary(changes []git.Change) []string {
	list := []string{}
	for _, c := range changes {
		kind := "M "
		if !c.Old.Exists() {
			kind = "+ "
		} else if !c.New.Exists() {
			kind = "- "
		}
		list = append(list, kind+c.Path)
	}
	return list
}

func TestChanged(t *testing.T) {
	r := newRepo(t)
	from := r.commit("main", files{
		"README":              "utanför",
		"register":            "en fil där mappen ska bli",
		"register-bredvid/a":  "1",
		"r/kvar":              "samma",
		"r/ändrad":            "1",
		"r/bort":              "2",
		"r/kör":               "3",
		"r/byter":             "../README",
		"r/länk@":             "kvar",
		"r/flyttas":           "oförändrad text som är lång nog att kännas igen",
		"r/blir-mapp":         "4",
		"r/modul#":            "",
		"r/modul-blir-fil#":   "",
		"r/a-citat \"'.yaml":  "5",
		"r/djupt/ned/i/mapp":  "6",
		"r/rad\nbrytning":     "7",
		"r/:(top)magi *":      "8",
		"r/oförändrad/en/fil": "9",
	})
	to := r.commit("main", files{
		"README":              "utanför, ändrad",
		"register/a":          "mapp",
		"register-bredvid/a":  "2",
		"r/kvar":              "samma",
		"r/ändrad":            "2",
		"r/kör!":              "3",
		"r/byter@":            "../README",
		"r/länk@":             "ändrad",
		"r/flyttad":           "oförändrad text som är lång nog att kännas igen",
		"r/blir-mapp/fil":     "4",
		"r/modul-blir-fil":    "x",
		"r/a-citat \"'.yaml":  "5!",
		"r/djupt/ned/i/mapp":  "6!",
		"r/rad\nbrytning":     "7!",
		"r/:(top)magi *":      "8!",
		"r/oförändrad/en/fil": "9",
	})
	found := r.find()
	changes, err := found.Changed(ctx, from, to, "r")
	require.NoError(t, err)
	assert.Equal(t, []string{
		"M :(top)magi *", "M a-citat \"'.yaml", "- blir-mapp", "+ blir-mapp/fil", "- bort", "M byter", "M djupt/ned/i/mapp", "+ flyttad", "- flyttas", "M kör",
		"M länk", "+ modul-blir-fil", "M rad\nbrytning", "M ändrad",
	}, summary(changes))

	// Hashes and modes are those of the trees.
	before, after := r.tree(from, "r"), r.tree(to, "r")
	for _, c := range changes {
		for _, side := range []struct {
			tree *git.Tree
			blob git.Blob
		}{{before, c.Old}, {after, c.New}} {
			if !side.blob.Exists() {
				continue
			}
			info, err := side.tree.Stat(c.Path)
			require.NoError(t, err, c.Path)
			assert.Equal(t, info.Mode(), side.blob.Mode, c.Path)
			if hash, ok := side.tree.Hash(c.Path); ok {
				assert.Equal(t, hash, side.blob.Hash, c.Path)
			}
		}
		assert.Empty(t, c.OldPath)
	}

	// A folder that was a file, or was not there, held nothing.
	changes, err = found.Changed(ctx, from, to, "register")
	require.NoError(t, err)
	assert.Equal(t, []string{"+ a"}, summary(changes))
	changes, err = found.Changed(ctx, to, from, "register")
	require.NoError(t, err)
	assert.Equal(t, []string{"- a"}, summary(changes))
	for _, dir := range []string{"finns/inte", "r/oförändrad", "r/kvar", "*", ":(top)r"} {
		changes, err = found.Changed(ctx, from, to, dir)
		require.NoError(t, err)
		assert.Empty(t, changes, dir)
	}
	for _, dir := range []string{"", "."} {
		changes, err = found.Changed(ctx, from, to, dir)
		require.NoError(t, err)
		assert.Contains(t, summary(changes), "M README")
		assert.Len(t, changes, 18)
	}
	changes, err = found.Changed(ctx, from, from, "")
	require.NoError(t, err)
	assert.Empty(t, changes)
}

func TestChangedFolderNames(t *testing.T) {
	r := newRepo(t)
	for _, dir := range []string{"åäö", "citat \"'", "rad\nbrytning", "-rf", ":(top)x", ":!x", "a/b/c", "*", "HEAD", "^x", "~1", "[a]"} {
		from := r.commit("main", files{dir + "/fil": "1", "annan/fil": "1", "a/fil": "1"})
		to := r.commit("main", files{dir + "/fil": "2", "annan/fil": "2", "a/fil": "2"})
		changes, err := r.find().Changed(ctx, from, to, dir)
		require.NoError(t, err, dir)
		assert.Equal(t, []string{"M fil"}, summary(changes), dir)
	}
}

func TestChangedErrors(t *testing.T) {
	r := newRepo(t)
	head := r.commit("main", files{"a": "1"})
	found := r.find()
	for _, dir := range []string{"../x", "/x", "x/"} {
		_, err := found.Changed(ctx, head, head, dir)
		as[*git.NoFolder](t, err)
	}
	_, err := found.Changed(ctx, strings.Repeat("a", 40), head, "")
	assert.Equal(t, strings.Repeat("a", 40), as[*git.UnknownRevision](t, err).Rev)
	for _, bad := range []string{"", "HEAD", "--output=x"} {
		_, err = found.Changed(ctx, bad, head, "")
		assert.ErrorContains(t, err, "full hash", bad)
		_, err = found.Changed(ctx, head, bad, "")
		assert.ErrorContains(t, err, "full hash", bad)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err = found.Changed(cancelled, head, r.commit("main", files{"a": "2"}), "")
	assert.ErrorIs(t, err, context.Canceled)
}

func TestChangedImpossibleNames(t *testing.T) {
	r := newRepo(t)
	blob := r.object("blob", "x")
	inner := r.object("tree", entry("100644", "fil", blob))
	empty := r.commitTree(r.object("tree", ""))
	for _, content := range []string{
		entry("100644", "..", blob),
		entry("40000", "..", inner),
		entry("100644", "../../x", blob),
		entry("100644", "/etc/x", blob),
		entry("100644", "samma", blob) + entry("100644", "samma", blob),
	} {
		_, err := r.find().Changed(ctx, empty, r.commitTree(r.object("tree", content)), "")
		as[*git.BadTree](t, err)
	}
	latin := r.commitTree(r.object("tree", entry("100644", "\xc5rsta", blob)))
	changes, err := r.find().Changed(ctx, empty, latin, "")
	require.NoError(t, err)
	assert.Equal(t, []string{"+ \xc5rsta"}, summary(changes))
}

func TestChangedTooLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("lists a million files")
	}
	r := newRepo(t)
	mode, hash := "100644", r.object("blob", "x")
	long := r.object("tree", entry(mode, strings.Repeat("å", 3000), hash))
	for range 10 {
		var content strings.Builder
		for i := range 10 {
			content.WriteString(entry(mode, fmt.Sprint(i), hash))
		}
		mode, hash = "40000", r.object("tree", content.String())
	}
	empty := r.commitTree(r.object("tree", ""))
	for _, tree := range []string{hash, long} {
		_, err := r.find().Changed(ctx, empty, r.commitTree(tree), "")
		as[*git.TreeTooLarge](t, err)
	}
	// The same folder twice is not looked into.
	one := r.commitTree(r.object("tree", entry("40000", "a", hash)+entry("100644", "b", r.object("blob", "y"))))
	two := r.commitTree(r.object("tree", entry("40000", "a", hash)+entry("100644", "b", r.object("blob", "z"))))
	changes, err := r.find().Changed(ctx, one, two, "")
	require.NoError(t, err)
	assert.Equal(t, []string{"M b"}, summary(changes))
}

// Nothing but what changed is read: the rest may be lacking.
func TestChangedReadsOnlyWhatChanged(t *testing.T) {
	r := newRepo(t)
	from := r.commit("main", files{"r/grupper/a": "1", "r/avtal/b": "1", "annat/c": "1"})
	to := r.commit("main", files{"r/grupper/a": "2", "r/avtal/b": "1", "annat/c": "1"})
	r.git("repack", "-adq")
	r.unpack()
	remove := func(rev string) string {
		hash := r.git("rev-parse", rev)
		require.NoError(t, os.Remove(r.path(".git/objects", hash[:2], hash[2:])))
		return hash
	}
	remove(from + ":r/avtal")
	remove(from + ":annat")
	remove(from + ":r/grupper/a")
	changes, err := r.find().Changed(ctx, from, to, "r")
	require.NoError(t, err)
	assert.Equal(t, []string{"M grupper/a"}, summary(changes))

	gone := remove(to + ":r/grupper")
	_, err = r.find().Changed(ctx, from, to, "r")
	assert.Equal(t, gone, as[*git.MissingObject](t, err).Hash)
}

// The changes are those that a comparison of all files finds.
func TestChangedAgreesWithTrees(t *testing.T) {
	r := newRepo(t, "--object-format=sha256")
	content := numbered(500)
	from := r.commit("main", content)
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range content {
			if !yield(name) {
				return
			}
		}
	})
	for i, name := range names {
		switch i % 50 {
		case 3:
			content[name] += "mer: x\n"
		case 7:
			delete(content, name)
		case 11:
			content[path.Join(path.Dir(name), "ny", path.Base(name))] = "ny"
		}
	}
	to := r.commit("main", content)
	changes, err := r.find().Changed(ctx, from, to, "register")
	require.NoError(t, err)
	got := map[string]git.Change{}
	for _, c := range changes {
		got[c.Path] = c
	}
	before, after := r.tree(from, "register"), r.tree(to, "register")
	want := 0
	for _, tree := range []*git.Tree{before, after} {
		require.NoError(t, fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
			a, _ := before.Hash(name)
			b, _ := after.Hash(name)
			if a != b && (tree == after || b == "") {
				want++
				assert.Equal(t, a, got[name].Old.Hash, name)
				assert.Equal(t, b, got[name].New.Hash, name)
			}
			return err
		}))
	}
	assert.Len(t, changes, want)
	assert.NotZero(t, want)
}

func BenchmarkChanged(b *testing.B) {
	for _, size := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			r := newRepo(b)
			content := numbered(size)
			from := r.commit("main", content)
			for i, name := range slices.Sorted(func(yield func(string) bool) {
				for name := range content {
					yield(name)
				}
			}) {
				if i < 10 {
					content[name] = "ändrad"
				}
			}
			to := r.commit("main", content)
			found := r.find()
			for b.Loop() {
				changes, err := found.Changed(ctx, from, to, "register")
				require.NoError(b, err)
				require.Len(b, changes, 10)
			}
		})
	}
}
