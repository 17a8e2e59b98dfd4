package git_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

func TestResolve(t *testing.T) {
	r := newRepo(t)
	first := r.commit("main", files{"a": "1"})
	second := r.commit("main", files{"a": "2"})
	r.git("tag", "-a", "-m", "x", "v1", first)
	r.git("branch", "förslag/åäö", first)
	found := r.find()
	for rev, want := range map[string]string{
		"HEAD": second, "main": second, "HEAD~1": first, "v1": first, "v1^{commit}": first,
		"förslag/åäö": first, first: first, first[:12]: first, "refs/heads/main": second, "@": second,
	} {
		got, err := found.Resolve(ctx, rev)
		require.NoError(t, err, rev)
		assert.Equal(t, want, got, rev)
	}
}

func TestResolveNoRevision(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{"a": "1"})
	// Even a branch of that name, which git itself refuses to make.
	r.write(".git/refs/heads/-x", r.git("rev-parse", "HEAD")+"\n")
	found := r.find()
	for _, rev := range []string{"", " ", "-", "-x", "--all", "--git-dir=/", "-h", "--end-of-options", "^HEAD", "HEAD\n", "HEAD\x00", "a\x1b[31m"} {
		_, err := found.Resolve(ctx, rev)
		bad := as[*git.BadRevision](t, err)
		assert.Equal(t, rev, bad.Rev)
		assert.NotContains(t, err.Error(), "\x1b")
	}
}

func TestResolveUnknown(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{"a": "1", "b/c": "2"})
	found := r.find()
	for _, rev := range []string{"v9", "HEAD~5", "HEAD..HEAD", "HEAD HEAD", "HEAD:finns-inte", strings.Repeat("0", 40), strings.Repeat("a", 40), "nope;rm", "$(x)"} {
		_, err := found.Resolve(ctx, rev)
		assert.Equal(t, git.UnknownRevision{Rev: rev}, *as[*git.UnknownRevision](t, err), rev)
	}
	for rev, kind := range map[string]string{"HEAD^{tree}": "tree", r.git("rev-parse", "HEAD:a"): "blob"} {
		_, err := found.Resolve(ctx, rev)
		assert.Equal(t, kind, as[*git.UnknownRevision](t, err).Found, rev)
	}
}

func TestResolveAmbiguous(t *testing.T) {
	r := newRepo(t)
	// Among some hundred commits two share the first four digits.
	seen := map[string]bool{}
	var prefix string
	for i := 0; prefix == "" && i < 5000; i += 500 {
		var in strings.Builder
		for j := range 500 {
			fmt.Fprintf(&in, "commit refs/heads/main\ncommitter Å <a@example.org> 1700000000 +0100\ndata 8\n%08d\n", i+j)
		}
		_, err := r.try(in.String(), "fast-import", "--quiet", "--force")
		require.NoError(t, err)
		clear(seen)
		for hash := range strings.FieldsSeq(r.git("rev-list", "--all")) {
			if seen[hash[:4]] {
				prefix = hash[:4]
			}
			seen[hash[:4]] = true
		}
	}
	require.NotEmpty(t, prefix)
	_, err := r.find().Resolve(ctx, prefix)
	assert.True(t, as[*git.UnknownRevision](t, err).Ambiguous)
}

func TestResolveNoCommits(t *testing.T) {
	r := newRepo(t)
	_, err := r.find().Resolve(ctx, "HEAD")
	assert.Equal(t, git.NoCommits{Dir: r.dir, Rev: "HEAD"}, *as[*git.NoCommits](t, err))
	_, err = r.find().MergeBase(ctx, "main", "HEAD")
	as[*git.NoCommits](t, err)

	// An unborn branch in a repository that has others is something else.
	r.commit("annan", files{"a": "1"})
	_, err = r.find().Resolve(ctx, "HEAD")
	as[*git.UnknownRevision](t, err)
}

func TestResolveShallow(t *testing.T) {
	source := newRepo(t)
	source.commit("main", files{"a": "1"})
	source.commit("main", files{"a": "2"})
	r := source.clone("--depth=1")
	_, err := r.find().Resolve(ctx, "HEAD~1")
	assert.True(t, as[*git.UnknownRevision](t, err).Shallow)
	assert.ErrorContains(t, err, "git fetch --unshallow")
}

func TestResolveIgnoresReplacedCommits(t *testing.T) {
	r := newRepo(t)
	first := r.commit("main", files{"a": "1"})
	second := r.commit("main", files{"a": "2"})
	r.git("replace", second, first)
	data, err := r.tree("main", "").ReadFile("a")
	require.NoError(t, err)
	assert.Equal(t, "2", string(data))
}

func TestResolveCancelled(t *testing.T) {
	r := newRepo(t)
	found := r.find()
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err := found.Resolve(cancelled, "HEAD")
	assert.ErrorIs(t, err, context.Canceled)
}

func TestMergeBase(t *testing.T) {
	r := newRepo(t)
	base := r.commit("main", files{"a": "1"})
	r.git("branch", "förslag", base)
	r.commit("main", files{"a": "2"})
	r.commit("förslag", files{"a": "3"})
	r.commit("ensam", files{"a": "4"})
	found := r.find()
	got, err := found.MergeBase(ctx, "main", "förslag")
	require.NoError(t, err)
	assert.Equal(t, base, got)

	_, err = found.MergeBase(ctx, "main", "ensam")
	assert.Equal(t, git.NoMergeBase{A: "main", B: "ensam"}, *as[*git.NoMergeBase](t, err))
	_, err = found.MergeBase(ctx, "main", "--all")
	as[*git.BadRevision](t, err)
	_, err = found.MergeBase(ctx, "finns-inte", "main")
	assert.Equal(t, "finns-inte", as[*git.UnknownRevision](t, err).Rev)
}

func TestMergeBaseShallow(t *testing.T) {
	source := newRepo(t)
	base := source.commit("main", files{"a": "1"})
	source.git("branch", "förslag", base)
	source.commit("main", files{"a": "2"})
	source.commit("förslag", files{"a": "3"})
	r := source.clone("--depth=1", "--no-single-branch")
	_, err := r.find().MergeBase(ctx, "origin/main", "origin/förslag")
	assert.Equal(t, git.Shallow{A: "origin/main", B: "origin/förslag"}, *as[*git.Shallow](t, err))

	// The command that the message names does what it says.
	assert.ErrorContains(t, err, "“git fetch --unshallow”")
	r.git("fetch", "--quiet", "--unshallow")
	got, err := r.find().MergeBase(ctx, "origin/main", "origin/förslag")
	require.NoError(t, err)
	assert.Equal(t, base, got)
}
