package git

import "fmt"

// BadRevision says that a text cannot be a revision: it is empty, begins with
// "-", has control characters or names more than one commit.
type BadRevision struct {
	Rev string
}

func (e *BadRevision) Error() string {
	return fmt.Sprintf("%s is not a revision; expected a branch, a tag or a commit, and a revision does not begin with “-”\nconsider HEAD, a name that “git branch --all” or “git tag” lists, or a hash from “git log”", quote(e.Rev))
}

// Swedish says the same in Swedish.
func (e *BadRevision) Swedish() string {
	return fmt.Sprintf("%s är ingen revision; en gren, en tagg eller en hash väntades, och en revision börjar inte med ”-”\nange HEAD, ett namn som ”git branch --all” eller ”git tag” visar, eller en hash ur ”git log”", swedishQuote(e.Rev))
}

// fetchAll gives a shallow clone, also of a single branch, all that its origin
// has.
const fetchAll = "git fetch --unshallow --tags origin '+refs/heads/*:refs/remotes/origin/*'"

// UnknownRevision says that this clone does not know a revision.
type UnknownRevision struct {
	Rev       string
	Found     string // "tree" or "blob" if it names one of these
	Ambiguous bool   // several objects have hashes that begin like this
	Shallow   bool   // it may exist, but not in this clone
}

func (e *UnknownRevision) Error() string {
	const expected = "expected a branch, a tag or a commit"
	switch {
	case e.Found != "":
		return fmt.Sprintf("revision %s is a %s; %s\nconsider the commit that holds it", quote(e.Rev), plain(e.Found), expected)
	case e.Ambiguous:
		return fmt.Sprintf("several hashes begin with %s; %s\nconsider writing more of the hash", quote(e.Rev), expected)
	case e.Shallow:
		return fmt.Sprintf("revision %s is unknown in this clone, which is shallow; %s that it has\nconsider “%s”", quote(e.Rev), expected, fetchAll)
	default:
		return fmt.Sprintf("revision %s is unknown in this clone; %s that it has\nconsider “git fetch --tags”, or a name that “git branch --all” or “git tag” lists", quote(e.Rev), expected)
	}
}

// Swedish says the same in Swedish.
func (e *UnknownRevision) Swedish() string {
	const expected = "en gren, en tagg eller en hash väntades"
	switch {
	case e.Found != "":
		return fmt.Sprintf("revisionen %s är %s; %s\nange den revision som innehåller den", swedishQuote(e.Rev), swedishKind(e.Found), expected)
	case e.Ambiguous:
		return fmt.Sprintf("flera hashar börjar med %s; %s\nskriv mer av hashen", swedishQuote(e.Rev), expected)
	case e.Shallow:
		return fmt.Sprintf("revisionen %s är okänd i denna klon, som är grund; %s\nkör ”%s”", swedishQuote(e.Rev), expected, fetchAll)
	default:
		return fmt.Sprintf("revisionen %s är okänd i denna klon; %s\nkör ”git fetch --tags”, eller ange ett namn som ”git branch --all” eller ”git tag” visar", swedishQuote(e.Rev), expected)
	}
}

func swedishKind(kind string) string {
	switch kind {
	case "tree":
		return "en mapp"
	case "blob":
		return "en fil"
	}
	return plain(kind)
}

// NoCommits says that nothing has been committed to a repository yet.
type NoCommits struct {
	Dir, Rev string
}

func (e *NoCommits) Error() string {
	return fmt.Sprintf("revision %s was asked for, but the git repository %s has no commits; expected at least one\nconsider “git commit” first, or reading the files themselves instead of a revision", quote(e.Rev), quote(e.Dir))
}

// Swedish says the same in Swedish.
func (e *NoCommits) Swedish() string {
	return fmt.Sprintf("revisionen %s efterfrågades, men git-arkivet %s har inga revisioner; minst en väntades\nkör ”git commit” först, eller läs filerna som de är i stället för en revision", swedishQuote(e.Rev), swedishQuote(e.Dir))
}

// Shallow says that the point where two histories parted was left out of this
// clone.
type Shallow struct {
	A, B string
}

func (e *Shallow) Error() string {
	return fmt.Sprintf("this clone is shallow and lacks the commit where %s and %s parted; expected their common history\nconsider “git fetch --unshallow”, or “git fetch --deepen=100” until it is there", quote(e.A), quote(e.B))
}

// Swedish says the same in Swedish.
func (e *Shallow) Swedish() string {
	return fmt.Sprintf("denna klon är grund och saknar den revision där %s och %s skildes åt; deras gemensamma historia väntades\nkör ”git fetch --unshallow”, eller ”git fetch --deepen=100” tills den finns", swedishQuote(e.A), swedishQuote(e.B))
}

// NoMergeBase says that two histories have no commit in common.
type NoMergeBase struct {
	A, B string
}

func (e *NoMergeBase) Error() string {
	return fmt.Sprintf("%s and %s have no commit in common; expected two lines of one history\nconsider naming the base yourself, as a revision to compare with as it is", quote(e.A), quote(e.B))
}

// Swedish says the same in Swedish.
func (e *NoMergeBase) Swedish() string {
	return fmt.Sprintf("%s och %s har ingen revision gemensam; två grenar av samma historia väntades\nange själv den revision att jämföra med", swedishQuote(e.A), swedishQuote(e.B))
}
