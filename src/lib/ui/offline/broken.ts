/** A page in itself: the last resort where there is no network and what was kept is broken. */
export const broken = `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<title>No connection · Says Who</title>
	</head>
	<body>
		<h1>No connection</h1>
		<p>The part of Says Who that this device keeps is not whole, so it cannot open without a network.</p>
		<p>Your answers and the articles on this device are untouched. With a connection, open the page once more: what is missing is fetched by itself.</p>
		<p><a href="">Try again</a></p>
	</body>
</html>
`;
