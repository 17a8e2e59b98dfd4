package git_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

func TestRefs(t *testing.T) {
	source := newRepo(t)
	source.commit("main", files{"a": "1"})
	source.commit("förslag/åäö", files{"a": "2"})
	r := source.clone()
	r.commit("main", files{"a": "3"})
	r.commit("delad", files{"a": "4"})
	r.git("tag", "v1", "main")
	r.git("tag", "-a", "-m", "x", "delad", "main") // a branch has the name too
	r.git("branch", "origin/main", "main")         // and a branch of another repository
	found := r.find()
	refs, err := found.Refs(ctx)
	require.NoError(t, err)
	assert.Equal(t, []git.Ref{
		{Name: "heads/delad", Full: "refs/heads/delad"},
		{Name: "main", Full: "refs/heads/main"},
		{Name: "heads/origin/main", Full: "refs/heads/origin/main"},
		{Name: "origin/förslag/åäö", Full: "refs/remotes/origin/förslag/åäö"},
		{Name: "remotes/origin/main", Full: "refs/remotes/origin/main"},
		{Name: "tags/delad", Full: "refs/tags/delad"},
		{Name: "v1", Full: "refs/tags/v1"},
	}, refs)
	for _, ref := range refs {
		hash, err := found.Resolve(ctx, ref.Name)
		require.NoError(t, err, ref.Name)
		assert.Equal(t, r.git("rev-parse", ref.Full+"^{commit}"), hash, ref.Name)
	}
}

func TestRefsHostileNames(t *testing.T) {
	r := newRepo(t)
	head := r.commit("main", files{"a": "1"})
	for _, name := range []string{"-x", "HEAD", head, "\u202egren", "$(x)"} {
		r.write(".git/refs/heads/"+name, head+"\n")
	}
	r.write(".git/refs/heads/trasig", "skräp\n")
	r.write(".git/refs/heads/pekar-ut", "ref: ../../../../etc/passwd\n")
	refs, err := r.find().Refs(ctx)
	require.NoError(t, err)
	var names []string
	for _, ref := range refs {
		names = append(names, ref.Name)
		hash, err := r.find().Resolve(ctx, ref.Name)
		require.NoError(t, err, ref.Name)
		assert.Equal(t, head, hash)
	}
	assert.ElementsMatch(t, []string{"$(x)", "heads/-x", "heads/" + head, "heads/HEAD", "main", "\u202egren"}, names)
}

func TestRefsOfNothing(t *testing.T) {
	r := newRepo(t)
	refs, err := r.find().Refs(ctx)
	require.NoError(t, err)
	assert.Empty(t, refs)
	cancelled, cancel := context.WithCancel(ctx)
	found := r.find()
	cancel()
	_, err = found.Refs(cancelled)
	assert.ErrorIs(t, err, context.Canceled)
	_, err = found.DefaultBranch(cancelled)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestDefaultBranch(t *testing.T) {
	source := newRepo(t)
	source.commit("stam", files{"a": "1"})
	source.git("symbolic-ref", "HEAD", "refs/heads/stam")
	source.commit("main", files{"a": "2"})
	is := func(r *repo, want string) {
		t.Helper()
		got, err := r.find().DefaultBranch(ctx)
		require.NoError(t, err)
		assert.Equal(t, want, got)
		_, err = r.find().MergeBase(ctx, "HEAD", got)
		var unrelated *git.NoMergeBase
		if err != nil {
			require.ErrorAs(t, err, &unrelated)
		}
	}
	r := source.clone()
	is(r, "origin/stam")
	is(source.clone("--depth=1"), "origin/stam")
	is(source.clone("--bare"), "stam")

	// A tag cannot take its place.
	r.git("tag", "origin/stam", "origin/main")
	is(r, "remotes/origin/stam")
	r.git("remote", "set-head", "origin", "--delete")
	is(r, "origin/main")
	r.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/borta")
	is(r, "origin/main")
	is(source, "main") // without an origin
	source.git("branch", "-m", "main", "master")
	is(source, "master")
}

func TestDefaultBranchNone(t *testing.T) {
	r := newRepo(t)
	_, err := r.find().DefaultBranch(ctx)
	as[*git.NoCommits](t, err)
	r.commit("annan", files{"a": "1"})
	_, err = r.find().DefaultBranch(ctx)
	assert.Equal(t, git.NoDefaultBranch{}, *as[*git.NoDefaultBranch](t, err))

	// A shallow clone of one branch has no other; the command gets it.
	r.commit("main", files{"a": "1"})
	r.git("update-ref", "refs/heads/annan", "main")
	r.commit("annan", files{"a": "2"})
	clone := r.clone("--depth=1", "--branch=annan")
	clone.git("remote", "set-head", "origin", "--delete")
	_, err = clone.find().DefaultBranch(ctx)
	assert.True(t, as[*git.NoDefaultBranch](t, err).Shallow)
	clone.fetchAll(t, err)
	name, err := clone.find().DefaultBranch(ctx)
	require.NoError(t, err)
	assert.Equal(t, "origin/main", name)
	base, err := clone.find().MergeBase(ctx, "HEAD", name)
	require.NoError(t, err)
	assert.Equal(t, r.git("rev-parse", "main"), base)
}

// fetchAll runs the command that an error names in both languages.
func (r *repo) fetchAll(t *testing.T, err error) {
	t.Helper()
	const refspec = "+refs/heads/*:refs/remotes/origin/*"
	const command = "git fetch --unshallow --tags origin '" + refspec + "'"
	assert.ErrorContains(t, err, "“"+command+"”")
	assert.Contains(t, as[git.Problem](t, err).Swedish(), "”"+command+"”")
	r.git("fetch", "--quiet", "--unshallow", "--tags", "origin", refspec)
}

func TestUnknownRevisionInShallowCloneOfOneBranch(t *testing.T) {
	source := newRepo(t)
	base := source.commit("main", files{"a": "1"})
	source.git("branch", "förslag", base)
	source.commit("main", files{"a": "2"})
	source.commit("förslag", files{"a": "3"})
	r := source.clone("--depth=1", "--branch=förslag")
	_, err := r.find().MergeBase(ctx, "origin/main", "HEAD")
	assert.True(t, as[*git.UnknownRevision](t, err).Shallow)
	r.fetchAll(t, err)
	got, err := r.find().MergeBase(ctx, "origin/main", "HEAD")
	require.NoError(t, err)
	assert.Equal(t, base, got)
}

func TestMergeBaseShallowDeepen(t *testing.T) {
	source := newRepo(t)
	base := source.commit("main", files{"a": "1"})
	source.git("branch", "förslag", base)
	source.commit("main", files{"a": "2"})
	source.commit("förslag", files{"a": "3"})
	r := source.clone("--depth=1", "--no-single-branch")
	_, err := r.find().MergeBase(ctx, "origin/main", "origin/förslag")
	shallow := as[*git.Shallow](t, err)
	for _, text := range []string{shallow.Error(), shallow.Swedish()} {
		assert.Contains(t, text, "git fetch --unshallow”")
		assert.Contains(t, text, "git fetch --deepen=100”")
	}
	r.git("fetch", "--quiet", "--deepen=100")
	got, err := r.find().MergeBase(ctx, "origin/main", "origin/förslag")
	require.NoError(t, err)
	assert.Equal(t, base, got)
}

// The file of grafts cannot change history.
func TestGraftsAreIgnored(t *testing.T) {
	r := newRepo(t)
	first := r.commit("main", files{"a": "1"})
	second := r.commit("main", files{"a": "2"})
	r.write(".git/info/grafts", second+"\n")
	base, err := r.find().MergeBase(ctx, first, second)
	require.NoError(t, err)
	assert.Equal(t, first, base)
}
