// Who asks. Every function that reads or writes what belongs to somebody takes the actor as an
// argument and decides with it; a route only passes it on.

export interface TeacherActor {
	kind: 'teacher';
	id: string;
	name: string;
	email: string;
	role: 'administrator' | 'teacher';
}

export interface LearnerActor {
	kind: 'learner';
	id: string;
	classId: string;
	nickname: string;
}

/** A browser may hold both: a teacher who looks at a quiz as a learner does. */
export interface Actors {
	teacher: TeacherActor | null;
	learner: LearnerActor | null;
}
