package git_test

import (
	"bytes"
	"compress/zlib"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

// object writes an object as it is, with none of git's checks.
func (r *repo) object(kind, content string) string {
	r.t.Helper()
	return r.rawObject(fmt.Sprintf("%s %d\x00%s", kind, len(content), content))
}

func (r *repo) rawObject(data string) string {
	r.t.Helper()
	sum := sha1.Sum([]byte(data))
	hash := hex.EncodeToString(sum[:])
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, err := w.Write([]byte(data))
	require.NoError(r.t, err)
	require.NoError(r.t, w.Close())
	r.write(".git/objects/"+hash[:2]+"/"+hash[2:], packed.String())
	return hash
}

// entry is one line of a tree object.
func entry(mode, name, hash string) string {
	raw, _ := hex.DecodeString(hash)
	return mode + " " + name + "\x00" + string(raw)
}

// commitTree makes a commit of a tree object.
func (r *repo) commitTree(tree string) string {
	r.t.Helper()
	return r.object("commit", "tree "+tree+"\nauthor A <a@example.org> 1700000000 +0100\ncommitter A <a@example.org> 1700000000 +0100\n\nx\n")
}

func TestImpossibleNames(t *testing.T) {
	r := newRepo(t)
	blob := r.object("blob", "x")
	inner := r.object("tree", entry("100644", "fil", blob))
	for _, content := range []string{
		entry("100644", "..", blob),
		entry("100644", ".", blob),
		entry("40000", "..", inner),
		entry("100644", "../../x", blob),
		entry("100644", "/etc/x", blob),
		entry("100644", "samma", blob) + entry("100644", "samma", blob),
		entry("100644", "samma", blob) + entry("40000", "samma", inner),
		entry("40000", "samma", inner) + entry("100644", "samma", blob),
	} {
		_, err := r.find().Tree(ctx, r.commitTree(r.object("tree", content)), "")
		as[*git.BadTree](t, err)
	}
}

func TestNameThatIsNotUTF8(t *testing.T) {
	r := newRepo(t)
	blob := r.object("blob", "x")
	name := "\xc5rsta" // Årsta in Latin-1
	tree, err := r.find().Tree(ctx, r.commitTree(r.object("tree", entry("100644", "a", blob)+entry("100644", name, blob))), "")
	require.NoError(t, err)
	defer tree.Close()
	list, err := tree.ReadDir(".")
	require.NoError(t, err)
	require.Len(t, list, 2)
	assert.Equal(t, name, list[1].Name())
	_, err = tree.ReadFile(name)
	assert.ErrorIs(t, err, fs.ErrInvalid)
}

// Ten levels of ten: ten thousand million files in two kilobytes.
func TestTreeBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("lists a million files")
	}
	r := newRepo(t)
	mode, hash := "100644", r.object("blob", "x")
	for range 10 {
		var content strings.Builder
		for i := range 10 {
			content.WriteString(entry(mode, fmt.Sprint(i), hash))
		}
		mode, hash = "40000", r.object("tree", content.String())
	}
	r.git("update-ref", "refs/heads/main", r.commitTree(hash))
	r.git("repack", "-adq")
	_, err := r.find().Tree(ctx, r.git("rev-parse", "main"), "")
	as[*git.TreeTooLarge](t, err)
}

func TestVeryLongPath(t *testing.T) {
	r := newRepo(t)
	mode, hash := "100644", r.object("blob", "x")
	for range 100 {
		hash = r.object("tree", entry(mode, strings.Repeat("å", 60), hash))
		mode = "40000"
	}
	_, err := r.find().Tree(ctx, r.commitTree(hash), "")
	as[*git.TreeTooLarge](t, err)
}

// An object can claim to be of any size. Git believes it.
func TestFalseSize(t *testing.T) {
	r := newRepo(t)
	good := r.object("blob", "gott")
	for _, size := range []int64{0, 3, 9, 100, 400 << 20, 99 << 30} {
		lie := r.rawObject(fmt.Sprintf("blob %d\x00lögn", size))
		content := entry("100644", "bra", good) + entry("100644", "lögn", lie)
		tree, err := r.find().Tree(ctx, r.commitTree(r.object("tree", content)), "")
		require.NoError(t, err)
		tree.SetPatience(200 * time.Millisecond)
		var wg sync.WaitGroup
		for range 5 {
			wg.Go(func() {
				_, err := tree.ReadFile("lögn")
				if size > git.MaxFileSize {
					assert.Equal(t, size, as[*git.FileTooLarge](t, err).Size)
				} else {
					assert.Equal(t, lie, as[*git.DamagedObject](t, err).Hash)
				}
			})
			wg.Go(func() {
				data, err := tree.ReadFile("bra")
				assert.NoError(t, err)
				assert.Equal(t, "gott", string(data))
			})
		}
		wg.Wait()
		require.NoError(t, tree.Close())
	}
}

// An object may hold something else than its name says.
func TestFalseHash(t *testing.T) {
	r := newRepo(t)
	hash := r.object("blob", "gott")
	other := r.object("blob", "ont!")
	data, err := os.ReadFile(r.path(".git/objects", other[:2], other[2:]))
	require.NoError(t, err)
	r.write(".git/objects/"+hash[:2]+"/"+hash[2:], string(data))
	tree, err := r.find().Tree(ctx, r.commitTree(r.object("tree", entry("100644", "a", hash))), "")
	require.NoError(t, err)
	defer tree.Close()
	_, err = tree.ReadFile("a")
	assert.Equal(t, hash, as[*git.DamagedObject](t, err).Hash)
}

// Nothing that the configuration of a repository names is run, and nothing is
// fetched.
func TestHostileConfiguration(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the traps are shell scripts")
	}
	source := newRepo(t)
	source.git("config", "uploadpack.allowFilter", "true")
	source.commit("main", files{"register/a.yaml": "hemligt"})
	r := source.clone("--filter=blob:none", "--no-checkout")

	trap, sprung := r.path("trap"), r.path("sprung")
	require.NoError(t, os.WriteFile(trap, []byte("#!/bin/sh\necho \"$0 $*\" >>"+sprung+"\nexit 1\n"), 0o755))
	for _, key := range []string{
		"core.fsmonitor", "core.pager", "core.sshCommand", "core.askPass", "core.editor", "core.gitProxy", "core.alternateRefsCommand",
		"remote.origin.uploadpack", "credential.helper", "diff.external", "gpg.program", "pager.rev-parse", "pager.ls-tree", "pager.merge-base", "pager.cat-file",
		"filter.x.smudge", "filter.x.process", "diff.x.textconv", "alias.rev-parse", "alias.ls-tree", "uploadpack.packObjectsHook",
	} {
		value := trap
		if strings.HasPrefix(key, "alias.") {
			value = "!" + trap
		}
		r.git("config", key, value)
	}
	require.NoError(t, os.MkdirAll(r.path("hooks"), 0o755))
	for _, hook := range []string{"post-index-change", "reference-transaction", "fsmonitor-watchman"} {
		require.NoError(t, os.Link(trap, r.path("hooks", hook)))
	}
	r.git("config", "core.hooksPath", r.path("hooks"))
	r.write(".git/info/attributes", "* filter=x diff=x\n")
	_ = os.Remove(sprung)

	for _, url := range []string{"file://" + source.dir, "ssh://example.invalid/x", "ext::" + trap, "http://127.0.0.1:1/x"} {
		r.git("config", "--replace-all", "remote.origin.url", url)
		_ = os.Remove(sprung)
		found := r.find()
		head, err := found.Resolve(ctx, "HEAD")
		require.NoError(t, err)
		_, err = found.MergeBase(ctx, "HEAD", "origin/main")
		require.NoError(t, err)
		tree, err := found.Tree(ctx, head, "register")
		require.NoError(t, err)
		hash, _ := tree.Hash("a.yaml")
		_, err = tree.ReadFile("a.yaml")
		assert.Equal(t, hash, as[*git.MissingObject](t, err).Hash)
		require.NoError(t, tree.Close())
		what, _ := os.ReadFile(sprung)
		assert.Empty(t, string(what))
	}
}

func TestPartialCloneWithoutFolders(t *testing.T) {
	source := newRepo(t)
	source.git("config", "uploadpack.allowFilter", "true")
	source.commit("main", files{"register/a.yaml": "x"})
	r := source.clone("--filter=tree:0", "--no-checkout")
	found := r.find()
	head, err := found.Resolve(ctx, "HEAD")
	require.NoError(t, err)
	for _, dir := range []string{"", "register"} {
		_, err = found.Tree(ctx, head, dir)
		as[*git.MissingObject](t, err)
	}
}
