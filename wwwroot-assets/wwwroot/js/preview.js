// A picture that the server draws from what is being chosen: <input data-preview="img-id"> and <img id data-src="…=">.
document.addEventListener('input', event => {
  const picture = document.getElementById(event.target.dataset?.preview);
  if (picture) picture.src = picture.dataset.src + encodeURIComponent(event.target.value);
});
