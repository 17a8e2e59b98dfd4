// Package git reads what a git repository holds, at any revision, without
// touching its work tree.
//
// It drives the git program. A repository is not trusted: whatever it or its
// configuration says, nothing here runs a hook, a filter or a helper, reaches
// the network, writes, waits for a lock or asks at the terminal. A revision is
// never taken for an option. Git 2.30 or later is needed.
//
// Find gives the Repository of a folder, Repository.Resolve turns a revision
// into the hash of a commit, and Repository.Tree gives a folder of that commit
// as an fs.FS. Repository.Changed tells which files differ between two commits,
// and Tree.ChangedOnDisk which differ on disk; Repository.Log is the history of
// one file. Repository.Refs are the names there are to choose among, and
// Repository.DefaultBranch and Repository.MergeBase give what a change is compared
// with.
//
// What goes wrong is told by typed errors, all of which are a Problem.
package git
