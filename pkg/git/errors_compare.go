package git

import "fmt"

// NoDefaultBranch says that a repository has none of the branches that are
// compared with when nobody names one.
type NoDefaultBranch struct {
	Shallow bool // it may exist, but not in this clone
}

const defaultNames = "origin/HEAD, origin/main, origin/master, main, master"

func (e *NoDefaultBranch) Error() string {
	remedy := "naming the revision to compare with, or “git remote set-head origin --auto”"
	if e.Shallow {
		remedy = "“" + fetchAll + "”, or naming the revision to compare with"
	}
	return fmt.Sprintf("there is no branch to compare with; expected one of %s\nconsider %s", defaultNames, remedy)
}

// Swedish says the same in Swedish.
func (e *NoDefaultBranch) Swedish() string {
	remedy := "ange den revision att jämföra med, eller kör ”git remote set-head origin --auto”"
	if e.Shallow {
		remedy = "kör ”" + fetchAll + "”, eller ange den revision att jämföra med"
	}
	return fmt.Sprintf("det finns ingen gren att jämföra med; en av %s väntades\n%s", defaultNames, remedy)
}

// SparseCheckout says that a file is not on disk, and not because it was
// removed: the work tree holds a part of the repository only.
type SparseCheckout struct {
	Path string // the first such file, from the top of the repository
}

func (e *SparseCheckout) Error() string {
	return fmt.Sprintf("files of the folder are left out by a sparse checkout, such as %s; expected all of them on disk\nconsider “git sparse-checkout disable”, or comparing two revisions", quote(e.Path))
}

// Swedish says the same in Swedish.
func (e *SparseCheckout) Swedish() string {
	return fmt.Sprintf("filer i mappen är utelämnade av en gles utcheckning (sparse checkout), som %s; alla väntades på disken\nkör ”git sparse-checkout disable”, eller jämför två revisioner", swedishQuote(e.Path))
}
